import { findRelease } from '../../src/knowledge/release';
import { parseCall } from '../../src/resolve/parameters';
import { piecesOf } from '../../src/text/pieces';
import { madeText } from '../../src/text/text';

/** `NAME` and parameters, or fail2ban's words for what is wrong. */
function read(text: string, release = '1.0'): readonly unknown[] | string {
  const parsed = parseCall(madeText(text), findRelease(release)!);
  if (parsed.kind === 'error') return parsed.error.reason;
  const { name, parameters } = parsed.call;
  return [name.value, Object.fromEntries([...parameters].map(([key, value]) => [key, value.value]))];
}

// Results and error texts are those of `extractOptions` of fail2ban 1.0.2 (client/…, helpers.py), run with Python 3.11.
test.each<readonly [string, string, Readonly<Record<string, string>>]>([
  ['sshd', 'sshd', {}],
  ['sshd[]', 'sshd', {}],
  ['sshd[ ]', 'sshd', {}],
  ['sshd[,]', 'sshd', {}],
  ['sshd[mode=aggressive]', 'sshd', { mode: 'aggressive' }],
  ['sshd [mode=x]', 'sshd ', { mode: 'x' }],
  ['sshd[mode=x] \n', 'sshd', { mode: 'x' }],
  ['a b[c=d]', 'a b', { c: 'd' }],
  ['a[b=1,c=2]', 'a', { b: '1', c: '2' }],
  ['a[ b=1,\n  c=2 ]', 'a', { b: '1', c: '2' }],
  ['a[b=1,]', 'a', { b: '1' }],
  ['a[b=1, ]', 'a', { b: '1' }],
  ['a[b=]', 'a', { b: '' }],
  ['a[b=,c=]', 'a', { b: '', c: '' }],
  ['a[b=1 c=2]', 'a', { b: '1 c=2' }],
  ['a[b=1,b=2]', 'a', { b: '2' }],
  ['a[b=c=d]', 'a', { b: 'c=d' }],
  ['a[b= x y ]', 'a', { b: 'x y' }],
  ['a[b="x, y"]', 'a', { b: 'x, y' }],
  ['a[b="x]y", c=\'z[\']', 'a', { b: 'x]y', c: 'z[' }],
  ['a[b=" x "]', 'a', { b: 'x' }],
  ['a[b="x\ny"]', 'a', { b: 'x\ny' }],
  ['a[b="it\'s"]', 'a', { b: "it's" }],
  ['a[b=""]', 'a', { b: '' }],
  ['a[b="x\\"]', 'a', { b: 'x\\' }],
  ['a[b=x"y"]', 'a', { b: 'x"y"' }],
  ['a[b="x]', 'a', { b: '"x' }],
  ['a[b="x,c=y]', 'a', { b: '"x', c: 'y' }],
  ['a[b=1][c=2]', 'a', { b: '1', c: '2' }],
  ['a[b=1] \n [c=2]', 'a', { b: '1', c: '2' }],
  ['a[b="1"][c=2]', 'a', { b: '1', c: '2' }],
  ['a[b.c-d_e=1, é=2, 5=3]', 'a', { 'b.c-d_e': '1', é: '2', 5: '3' }],
  ['a[b=1\n]', 'a', { b: '1' }],
  ['a[b="1"\n]', 'a', { b: '1' }],
])('%j', (text, name, parameters) => {
  expect(read(text)).toEqual([name, parameters]);
});

test.each([
  ['[b=1]', 'unexpected option syntax'],
  ['a[b=1', 'unexpected option syntax'],
  ['a[b=1]c', 'unexpected option syntax'],
  ['a[', 'unexpected option syntax'],
  ['a[b]', 'expected option, wrong syntax at 0: b'],
  ['a[b =1]', 'expected option, wrong syntax at 0: b =1'],
  ['a[b=1,,c=2]', 'expected option, wrong syntax at 4: ,c=2'],
  ['a[b=1, !]', 'expected option, wrong syntax at 4:  !'],
  ['a[port=22,23]', 'expected option, wrong syntax at 8: 23'],
  ['a[="1"]', 'expected option, wrong syntax at 0: ="1"'],
  ['a[b?family=inet6=1]', 'expected option, wrong syntax at 0: b?family=inet6=1'],
  ['a[b="x" , c=1]', "unexpected syntax at 5 after option 'b':  , c=1"],
  ['a[b="x"y]', "unexpected syntax at 5 after option 'b': y"],
  ['a[b=x]y]', "unexpected syntax at 3 after option 'b': ]y"],
  ['a[b=1] c]', "unexpected syntax at 3 after option 'b': ] c"],
  ['a[😀é="x"y]', 'expected option, wrong syntax at 0: 😀é="x"y'],
  ['a[b=😀,!]', 'expected option, wrong syntax at 4: !'],
  ['a[!23456789012345678901234😀67890]', 'expected option, wrong syntax at 0: !23456789012345678901234😀'],
])('%j: %s', (text, reason) => {
  expect(read(text)).toBe(reason);
});

test('the place of a fault', () => {
  const parsed = parseCall(madeText('name[b=1, !x]'), findRelease('1.0')!);
  expect(parsed).toMatchObject({ kind: 'error', error: { start: 9, end: 12 } });
});

test.each<readonly [string, Readonly<Record<string, string>> | string]>([
  ['a[b?family=inet6=1]', { 'b?family=inet6': '1' }],
  ['a[b=1, b?family=inet6="x, y"]', { b: '1', 'b?family=inet6': 'x, y' }],
  ['a[b?f-a.m=i-n.e=1]', { 'b?f-a.m=i-n.e': '1' }],
  ['a[b?family=1]', 'expected option, wrong syntax at 0: b?family=1'],
  ['a[?family=inet6=1]', 'expected option, wrong syntax at 0: ?family=inet6=1'],
])('since 1.1.1: %j', (text, expected) => {
  const result = typeof expected === 'string' ? expected : ['a', expected];
  for (const release of ['1.1.1', 'master']) expect(read(text, release)).toEqual(result);
  expect(read(text, '1.1.0')).toMatch(/^expected option/);
});

// 0.11.2 takes what it can find; run after conversion with 2to3
test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['a[b=1, c="x, y"][d=e]', { b: '1', c: 'x, y', d: 'e' }],
  ['a[port=22,23]', { port: '22' }],
  ['a[b="x" , c=1]', { b: '"x"', c: '1' }],
  ['a[b="x"y, c=1]', { b: '"x"y', c: '1' }],
  ['a[b=x]y, c=1]', { c: '1' }],
  ['a[b =1, c=2]', { c: '2' }],
  ['a[!é=1,,b?family=inet6=2]', { é: '1', family: 'inet6=2' }],
  ['a[b="c="x]y"]', { c: 'x]y' }],
])('0.11: %j', (text, parameters) => {
  expect(read(text, '0.11')).toEqual(['a', parameters]);
});

test('a value stands where it was written, without its quotes', () => {
  const text = {
    value: 'a[b=" x "]',
    origin: { kind: 'lines', file: 'f', lines: [{ start: 100, end: 110 }] },
  } as const;
  const parsed = parseCall(text, findRelease('1.0')!);
  const value = parsed.kind === 'call' ? parsed.call.parameters.get('b') : undefined;
  expect(value && piecesOf(value)).toEqual([{ at: 0, length: 1, file: 'f', start: 106, end: 107 }]);
});
