import { isPackagedFile } from '../knowledge/packaged-files';
import { type Fix, setJailOption } from './fix';
import { changeOf } from './make-fix';
import type { Jail } from './model';

/**
 * Gives jails another value of an option (without `%`): in the line they all have it from, if that is the admin's, else in the section
 * of each.
 */
export function setForJails(
  jails: readonly Jail[],
  option: string,
  value: string,
): Pick<Fix, 'title' | 'edits' | 'changes'> {
  const title = `write ${option} = ${value}`;
  const settings = new Set(jails.map(jail => jail.option(option)?.setting));
  const [setting] = settings;
  if (settings.size === 1 && setting !== undefined && !isPackagedFile(setting.file.name))
    return { title, edits: [{ kind: 'value', setting, value }], changes: [changeOf(setting, value)] };
  const each = jails.map(({ name }) => setJailOption(name, option, value));
  return {
    title: `${title} in ${jails.map(({ name }) => `[${name}]`).join(', ')}`,
    edits: each.flatMap(({ edits }) => edits),
    changes: each.flatMap(({ changes }) => changes),
  };
}
