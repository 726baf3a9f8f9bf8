import { newJailName } from '../knowledge/old-jails';
import { isPackagedFile } from '../knowledge/packaged-files';
import { definitionNames } from '../resolve/setup';
import { adminSections } from './admin-sections';
import type { Jail, Model } from './model';
import { atSpan, type Place } from './place';

/** A jail under a name of 0.8 that nothing fills any more. */
export interface OldJail {
  readonly jail: Jail;
  readonly newName: string;
  /** The header of its section. */
  readonly place: Place;
}

/** Jails that the admin set up under a name jail.conf had until 0.8, without what a jail of their own needs: a filter, and a log. */
export function oldJails(model: Model): readonly OldJail[] {
  const found: OldJail[] = [];
  for (const jail of model.jails) {
    const newName = newJailName(jail.name);
    if (newName === undefined || isPackaged(model, jail.name) || isComplete(model, jail)) continue;
    const section = adminSections(model).get(jail.name)?.at(-1);
    const place = jail.enabled ? jail.header() : section && atSpan(section.file, section.section.header);
    if (place !== undefined) found.push({ jail, newName, place });
  }
  return found;
}

function isPackaged({ setup }: Model, name: string): boolean {
  return setup.jailFamily.files.some(
    file => isPackagedFile(file.name) && file.tree.sections.some(section => section.name === name),
  );
}

function isComplete({ setup }: Model, jail: Jail): boolean {
  const own = setup.jailFamily.sections.get(jail.name);
  const hasFilter =
    own?.has('filter') || own?.has('failregex') || definitionNames(setup, 'filter').includes(jail.name);
  const isJournal = jail.text('backend')?.startsWith('systemd');
  return Boolean(hasFilter && (isJournal || jail.option('logpath') !== undefined));
}
