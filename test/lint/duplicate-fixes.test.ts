import { memorySnapshot } from '../../src/files/snapshot';
import { duplicateOptionFix } from '../../src/lint/duplicate-option-fix';
import { duplicateSectionFix } from '../../src/lint/duplicate-section-fix';
import { createSources } from '../../src/resolve/source';
import type { Duplicate } from '../../src/syntax/tree';

// On these anything but linear time would run into jest's time limit.
const many = Array.from({ length: 50_000 }, (_, index) => index);

/** The one problem of a file, which is that something stands twice. */
function duplicateIn(text: string) {
  const snapshot = memorySnapshot(new Map([['jail.local', text]]));
  const file = createSources(snapshot)('/etc/fail2ban/jail.local')!;
  expect(file.tree.problems).toHaveLength(1);
  return [file, file.tree.problems[0] as Duplicate] as const;
}

test('an option of 50,000 lines that stands twice', () => {
  const lines = (name: string) => many.map(each => ` /var/log/${name}${each}\n`).join('');
  const fix = duplicateOptionFix(...duplicateIn(`[a]\nlogpath = x\n${lines('a')}logpath = x\n${lines('b')}`));
  expect(fix?.title).toBe('put both into one logpath');
  const [edit] = fix!.edits;
  expect(edit?.kind === 'replace' && edit.text.split('\n')).toHaveLength(many.length + 1);
});

test('a section of 50,000 options that stands twice', () => {
  const options = many.map(each => `k${each} = 1\n`);
  const text = `[a]\n${options.join('')}[b]\nk = 1\n[a]\n${options.reverse().join('')}own = 1\n`;
  const fix = duplicateSectionFix(...duplicateIn(text));
  const texts = fix!.edits.map(edit => edit.kind === 'replace' && edit.text);
  expect(texts).toEqual(['', 'own = 1\n']);
});

test('of 150 options that stand twice the first 100 have a fix', () => {
  const lines = many.slice(0, 150).map(each => `k${each} = 1\nk${each} = 1\n`);
  const snapshot = memorySnapshot(new Map([['jail.local', `[a]\n${lines.join('')}`]]));
  const file = createSources(snapshot)('/etc/fail2ban/jail.local')!;
  const fixes = file.tree.problems.map(problem => duplicateOptionFix(file, problem as Duplicate));
  expect(fixes.map(fix => fix !== undefined)).toEqual(fixes.map((_, index) => index < 100));
  expect(fixes).toHaveLength(150);
});
