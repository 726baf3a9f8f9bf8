import { isPackagedFile } from '../knowledge/packaged-files';
import type { Family } from '../resolve/family';
import type { Setup } from '../resolve/setup';
import type { JailAction } from './jail-actions';
import type { Jail } from './model';
import { atSetting, type Place } from './place';

/** The actions by which a running jail blocks addresses; undefined where one of its actions may do that or not. */
export function bansOf(jail: Jail): readonly JailAction[] | undefined {
  if (!jail.enabled || jail.reading.skipped !== undefined) return [];
  if (jail.actions.some(({ kind }) => kind === undefined)) return undefined;
  return jail.actions.filter(({ kind }) => kind?.kind === 'ban');
}

/** Where a jail's own section of the admin's files sets the first of some options that it sets at all; else its header. */
export function ownPlace(jail: Jail, options: readonly string[]): Place | undefined {
  for (const name of options) {
    const setting = jail.option(name)?.setting;
    if (setting?.section === jail.name && !isPackagedFile(setting.file.name)) return atSetting(setting);
  }
  return jail.header() ?? jail.place('enabled');
}

/** The filter of a jail by name, or the name of the jail where it has none. */
export function filterName(jail: Jail): string {
  return jail.reading.filter?.name.value ?? jail.name;
}

/** The ports a jail names, in lower case. */
export function portsOf(jail: Jail): readonly string[] {
  return (jail.text('port') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(port => port !== '');
}

/** Whether a jail is the package's own and the admin changed none of some options for it, nor its filter or ports. */
export function decidedByPackage({ jailFamily }: Setup, jail: Jail, options: readonly string[]): boolean {
  const isOwn = (option: string) => {
    const setting = jail.option(option)?.setting;
    return setting !== undefined && !isPackagedFile(setting.file.name);
  };
  return packagedSections(jailFamily).has(jail.name) && ![...options, 'filter', 'port'].some(isOwn);
}

const sectionsByFamily = new WeakMap<Family, ReadonlySet<string>>();

/** Names of the sections that packaged files have. */
function packagedSections(family: Family): ReadonlySet<string> {
  const known = sectionsByFamily.get(family);
  if (known !== undefined) return known;
  const packaged = family.files.filter(({ name }) => isPackagedFile(name));
  const sections = new Set(packaged.flatMap(({ tree }) => tree.sections.map(section => section.name)));
  sectionsByFamily.set(family, sections);
  return sections;
}
