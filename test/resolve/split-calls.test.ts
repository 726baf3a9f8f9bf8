import { findRelease } from '../../src/knowledge/release';
import { splitCalls } from '../../src/resolve/split-calls';
import { madeText } from '../../src/text/text';

function split(text: string, release = '1.0'): readonly string[] {
  return splitCalls(madeText(text), findRelease(release)!).map(item => item.value);
}

// Items are those of `splitWithOptions` of fail2ban 1.0.2 (helpers.py), stripped, empty ones left out, as the jail reader does.
test.each<readonly [string, readonly string[]]>([
  ['', []],
  [' \n ', []],
  ['a', ['a']],
  ['a b\nc\t\td', ['a', 'b', 'c', 'd']],
  ['a,b', ['a,b']],
  ['a, b', ['a,', 'b']],
  ['a\u00a0b', ['a', 'b']],
  ['a[b=c]', ['a[b=c]']],
  ['a[b=c d=e]', ['a[b=c d=e]']],
  ['a[b=c, d="e f"] g', ['a[b=c, d="e f"]', 'g']],
  ['a[b=c]\n[d=e]', ['a[b=c]\n[d=e]']],
  ['a [b=c]', ['a [b=c]']],
  ['a\n  [ b=c ]\nd', ['a\n  [ b=c ]', 'd']],
  ['a[]', ['a[]']],
  ['a[ ] b', ['a[ ]', 'b']],
  ['iptables[name=SSH port="ssh,sftp" protocol=tcp]', ['iptables[name=SSH port="ssh,sftp" protocol=tcp]']],
  ['a[x="1]2"]b', ['a[x="1]2"]b']],
  ['a[x="1 ]2"]b c', ['a[x="1', ']2"]b', 'c']],
  ['a[b c]', ['a[b', 'c]']],
  ['a[b=c,,d=e] f', ['a[b=c,,d=e]', 'f']],
  ['a[b=c, ,d=e] f', ['a[b=c,', ',d=e]', 'f']],
  ['a[b="c d] e', ['a[b="c d]', 'e']],
  ['a[b="c d e', ['a[b="c', 'd', 'e']],
  ['[b=c] d', ['[b=c]', 'd']],
  ['a[b=c]d e', ['a[b=c]d', 'e']],
  ['a[b=x y] [c=z] d', ['a[b=x y] [c=z]', 'd']],
  ['a[b=x y][c z] d', ['a[b=x', 'y][c', 'z]', 'd']],
  ['a[b?family=inet6=x y] c', ['a[b?family=inet6=x', 'y]', 'c']],
  ['a[b="x"y] c', ['a[b="x"y]', 'c']],
  ['a[b="x"y z=1] c', ['a[b="x"y z=1]', 'c']],
  ['a[b="x" y] c', ['a[b="x" y]', 'c']],
  ["a[b='x y'z w] c", ["a[b='x y'z w]", 'c']],
  ['a[b=c\n d] e', ['a[b=c\n d]', 'e']],
])('%j', (text, items) => {
  expect(split(text)).toEqual(items);
});

test.each<readonly [string, readonly string[]]>([
  ['a[b?family=inet6=x y] c', ['a[b?family=inet6=x y]', 'c']],
  ['a[b=1, b?family=inet6="x ] y"] c', ['a[b=1, b?family=inet6="x ] y"]', 'c']],
  ['a[b?family=x y] c', ['a[b?family=x', 'y]', 'c']],
])('since 1.1.1: %j', (text, items) => {
  expect(split(text, '1.1.1')).toEqual(items);
  expect(split(text, 'master')).toEqual(items);
});

// Python's regular expression takes exponential time on some of these.
test.each([
  ['keys and equals signs', `a[${'b='.repeat(50_000)}`],
  ['keys with different letters', `a[${'b=c=d=e=f='.repeat(10_000)}x y`],
  ['quotes of both kinds', `a[b=${'"x=\''.repeat(25_000)}`],
  ['a long key behind an equals sign', `a[b=${'b'.repeat(500_000)}=x`],
  ['open lists', 'a[b= '.repeat(25_000)],
  ['brackets', 'a['.repeat(500_000)],
  ['blanks', `a${' '.repeat(1_000_000)}[`],
  ['commas', `a[${'b=c, '.repeat(50_000)}!`],
  ['conditions', `a[${'b?c='.repeat(50_000)}`],
])('%s come to an end', (_, text) => {
  for (const release of ['1.0', '1.1.1']) {
    const items = split(text, release);
    expect(items.join('').replace(/\s/g, '') === text.replace(/\s/g, '')).toBe(true);
  }
});
