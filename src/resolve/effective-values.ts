import { type Effective, effectiveOptions, errorClass, ownOptions } from './effective';
import { type Family, jailNames } from './family';
import { definitionNames, type Setup } from './setup';

/** The name of a value: `jail` `sshd` `bantime`, `filter.d/sshd` `Definition` `failregex`. */
export interface ValueName {
  readonly family: string;
  readonly section: string;
  readonly option: string;
}

/** An effective value that differs between two configurations; undefined where it isn't set. */
export interface ValueChange extends ValueName {
  readonly before: Effective | undefined;
  readonly after: Effective | undefined;
}

/**
 * What differs in effect: options of jails with what they inherit, of fail2ban.conf, and of every filter and action, or only of those
 * that are read from the paths that have changed.
 */
export function changedValues(
  before: Setup,
  after: Setup,
  changedPaths?: ReadonlySet<string>,
): readonly ValueChange[] {
  return [
    ...jailChanges(before, after),
    ...familyChanges('fail2ban', before.daemon.family, after.daemon.family),
    ...definitionChanges(before, after, changedPaths),
  ];
}

/** A value as text, or the name of the error in its place. */
export function valueText(effective: Effective | undefined): string | undefined {
  if (effective === undefined) return undefined;
  const { result } = effective;
  return result.kind === 'text' ? result.text.value : errorClass(result);
}

function jailChanges(before: Setup, after: Setup): readonly ValueChange[] {
  if (isSameReading(before, after)) return [];
  const sections = new Set(['DEFAULT', ...jailNames(before.jailFamily), ...jailNames(after.jailFamily)]);
  return [...sections].flatMap(section =>
    sectionChanges('jail', section, optionsOfJail(before, section), optionsOfJail(after, section)),
  );
}

/** Whether jails are read from the same files with the same content, for the same release. */
function isSameReading(before: Setup, after: Setup): boolean {
  const [old, now] = [before.jailFamily, after.jailFamily];
  return (
    before.release === after.release &&
    before.snapshot.root === after.snapshot.root &&
    old.files.length === now.files.length &&
    old.files.every((file, index) => file.entry === now.files[index]!.entry)
  );
}

function optionsOfJail({ jailLookup }: Setup, section: string): readonly Effective[] {
  if (section === 'DEFAULT') return ownOptions(jailLookup, section);
  return jailLookup.merged.sections.has(section) ? effectiveOptions(jailLookup, section) : [];
}

function familyChanges(family: string, before: Family, after: Family): readonly ValueChange[] {
  const sections = new Set(['DEFAULT', ...before.sections.keys(), ...after.sections.keys()]);
  return [...sections]
    .filter(section => !section.startsWith('KNOWN/'))
    .flatMap(section =>
      sectionChanges(
        family,
        section,
        ownOptions({ merged: before }, section),
        ownOptions({ merged: after }, section),
      ),
    );
}

function definitionChanges(
  before: Setup,
  after: Setup,
  paths: ReadonlySet<string> | undefined,
): readonly ValueChange[] {
  return (['filter', 'action'] as const).flatMap(kind => {
    const names = new Set([...definitionNames(before, kind), ...definitionNames(after, kind)]);
    return [...names].flatMap(name => {
      const family = `${kind}.d/${name}`;
      const old = before.loadAlone(family);
      const own = `${before.snapshot.root}/${family}.`;
      const isTouched =
        paths === undefined ||
        [...filesOf(old)].some(path => paths.has(path)) ||
        [...paths].some(path => path.startsWith(own));
      return isTouched ? familyChanges(family, old, after.loadAlone(family)) : [];
    });
  });
}

/** The files a family was read from, and those it would read if they were there. */
function* filesOf({ files, missingIncludes }: Family): Iterable<string> {
  for (const { path } of files) {
    yield path;
    yield path.replace(/\.conf$/, '.local');
  }
  for (const { path } of missingIncludes) yield path;
}

function sectionChanges(
  family: string,
  section: string,
  before: readonly Effective[],
  after: readonly Effective[],
): readonly ValueChange[] {
  const old = new Map(before.map(each => [each.name, each]));
  const now = new Map(after.map(each => [each.name, each]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map(option => ({ family, section, option, before: old.get(option), after: now.get(option) }))
    .filter(each => valueText(each.before) !== valueText(each.after));
}
