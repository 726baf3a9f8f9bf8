import type { DeclaredChange } from '../lint/fix';
import { effectiveOption } from '../resolve/effective';
import { type ValueChange, valueText } from '../resolve/effective-values';
import type { Setup } from '../resolve/setup';

/**
 * The changes of values that a fix has not declared. What is made by interpolation from a declared value changes with it: its own text
 * is the same as before, and so are the texts in between. `after` is the configuration with the fix.
 */
export function undeclared(
  changes: readonly ValueChange[],
  declared: readonly DeclaredChange[],
  after: Setup,
): readonly ValueChange[] {
  const rest = new Set(changes);
  const expected = new Map<string, Set<string>>();
  const expect = ({ family, section, option }: ValueChange) => {
    rest.delete(
      changes.find(each => each.family === family && each.section === section && each.option === option)!,
    );
    const key = `${family}\n${section}`;
    expected.set(key, (expected.get(key) ?? new Set()).add(option));
  };
  changes.filter(change => declared.some(each => covers(each, change))).forEach(expect);
  for (let found = true; found; ) {
    const derived = [...rest].filter(change => isDerived(change, expected, after));
    derived.forEach(expect);
    found = derived.length > 0;
  }
  return [...rest];
}

function covers({ family, section, option, to }: DeclaredChange, change: ValueChange): boolean {
  if ((family ?? change.family) !== change.family || (option ?? change.option) !== change.option)
    return false;
  if (to !== undefined && valueText(change.after) !== to) return false;
  if (section === change.section) return true;
  const sections = [change.before, change.after].map(each => each?.setting?.section);
  return section === 'DEFAULT' && sections.includes('DEFAULT');
}

function isDerived(
  { family, section, before, after }: ValueChange,
  expected: ReadonlyMap<string, Set<string>>,
  { jailLookup }: Setup,
): boolean {
  if (before === undefined || after === undefined || before.raw.value !== after.raw.value) return false;
  const seen = new Set<string>();
  return refersToExpected(after.raw.value);

  function refersToExpected(raw: string): boolean {
    return referencesIn(raw).some(name => {
      if (seen.has(name)) return false;
      seen.add(name);
      const slash = name.lastIndexOf('/');
      const option = name.slice(slash + 1);
      const isElsewhere = slash >= 0 && name.slice(0, slash) !== 'known';
      const sections = isElsewhere ? [sectionOf(name.slice(0, slash))] : [section, 'DEFAULT'];
      if (sections.some(where => expected.get(`${family}\n${where}`)?.has(option))) return true;
      // the text of another section is put together with the values of this one (`%(default/action_)s`)
      const where = isElsewhere ? sections[0]! : section;
      const other = family === 'jail' ? effectiveOption(jailLookup, where, option) : undefined;
      return other !== undefined && refersToExpected(other.raw.value);
    });
  }
}

/** `%(default/…)s`, in any case, reads `[DEFAULT]` (client/configparserinc.py). */
function sectionOf(written: string): string {
  return written.toLowerCase() === 'default' ? 'DEFAULT' : written;
}

/** Names in `%(…)s`, in lower case as they are looked up; with a section as written. */
function referencesIn(raw: string): readonly string[] {
  return [...raw.matchAll(/%\(([^)]*)\)s/g)].map(([, name]) => {
    const slash = name!.lastIndexOf('/');
    return name!.slice(0, slash + 1) + name!.slice(slash + 1).toLowerCase();
  });
}
