import { rules } from '../../rules/index';
import { defineRule } from '../../src/api';
import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { fingerprints } from '../../src/lint/fingerprint';
import { lint } from '../../src/lint/lint';

/** Marks a bad value, a bad word in a value, and a line that is no option. */
const rule = defineRule({
  id: 'value/bad',
  severity: 'error',
  summary: 'bad',
  why: 'Because.',
  fix: 'do it',
  bad: {},
  good: {},
  evidence: [],
  check({ files }, report) {
    for (const { file } of files) {
      for (const match of file.text.matchAll(/\bbad\w*/g)) {
        const span = { start: match.index, end: match.index + match[0].length };
        report({ at: { kind: 'span', file, span }, message: `bad at ${match.index}` });
      }
    }
  },
});

function namesIn(text: string, file = 'jail.local'): readonly (string | undefined)[] {
  const snapshot = memorySnapshot(new Map([[file, text]]));
  const outcome = lint(snapshot, { release: defaultRelease, rules: [rule], severities: new Map() });
  const names = fingerprints([outcome], path => path);
  return outcome.diagnostics.map(each => names.get(each));
}

const name = (text: string, file?: string) => namesIn(text, file)[0];
const plain = name('[web]\nport = bad\n');

test('is 128 bits in hexadecimal digits, the same every time', () => {
  expect(plain).toMatch(/^[0-9a-f]{32}$/);
  expect(name('[web]\nport = bad\n')).toBe(plain);
});

test.each([
  ['lines above', '# new\n\n[ssh]\nenabled = true\n[web]\nport = bad\n'],
  ['another layout', '[web]\r\nPORT:bad ; because\r\n'],
  ['a value around it that has changed', '[web]\nport = 80, bad\n'],
  ['another line of the value', '[web]\nport = 80\n  bad\n'],
])('stays with %s', (_, text) => {
  expect(name(text)).toBe(plain);
});

test.each([
  ['another section', '[mail]\nport = bad\n'],
  ['another option', '[web]\nlogpath = bad\n'],
  ['another element', '[web]\nport = badly\n'],
])('is another one for %s', (_, text) => {
  expect(name(text)).not.toBe(plain);
});

test('is another one for another file', () => {
  expect(name('[web]\nport = bad\n', 'jail.d/x.conf')).not.toBe(plain);
});

test('the value of a marked key does not count', () => {
  expect(name('[web]\nbad = 1\n')).toBe(name('[web]\nbad = 2\n'));
});

test('none is there twice', () => {
  const names = namesIn('[web]\nport = bad bad bad\n');
  expect(names[0]).toBe(plain);
  expect(new Set(names).size).toBe(3);
});

test('a line that is no option has one', () => {
  expect(name('[web]\nbadline\n')).not.toBe(name('[web]\nbadlines\n'));
});

test.each(rules.map(each => [each.id, each] as const))('comments above move nothing for %s', (_, each) => {
  const given = Object.entries(each.bad).filter(([file]) => file !== 'facts.json');
  const namesOf = (above: string) => {
    const files = given.map(
      ([file, text]) => [file.startsWith('ssh/') ? `/etc/${file}` : file, above + text] as const,
    );
    const outcome = lint(memorySnapshot(new Map(files)), {
      release: defaultRelease,
      rules: [each],
      severities: new Map(),
      sshdConfig: '/etc/ssh/sshd_config',
    });
    return [...fingerprints([outcome], path => path).values()];
  };
  const names = namesOf('');
  expect(new Set(names).size).toBe(names.length);
  expect(namesOf('# a comment\n\n')).toEqual(names);
});
