import { isPackagedFile } from '../knowledge/packaged-files';
import { type Fix, setJailOption } from './fix';
import { changeOf } from './make-fix';
import type { Jail, Model } from './model';

/**
 * Gives jails another value of an option (without `%`): in the line they all have it from, if that is the admin's and no other enabled
 * jail has it from there, else in the section of each. With `own` never in a line of `DEFAULT`.
 */
export function setForJails(
  model: Model,
  jails: readonly Jail[],
  option: string,
  value: string,
  own?: 'own',
): Pick<Fix, 'title' | 'edits' | 'changes'> {
  const title = `write ${option} = ${value}`;
  const settings = new Set(jails.map(jail => jail.option(option)?.setting));
  const [setting] = settings;
  const isShared = () =>
    model.jails.some(jail => {
      const other = jail.enabled && !jails.includes(jail) ? jail.option(option) : undefined;
      // what refers to something else may come from there in the end
      return other !== undefined && (other.setting === setting || /%\(/.test(other.raw.value));
    });
  const isAdmins = settings.size === 1 && setting !== undefined && !isPackagedFile(setting.file.name);
  if (isAdmins && !(setting.section === 'DEFAULT' && (own || isShared())))
    return { title, edits: [{ kind: 'value', setting, value }], changes: [changeOf(setting, value)] };
  const each = jails.map(({ name }) => setJailOption(name, option, value));
  return {
    title: `${title} in ${jails.map(({ name }) => `[${name}]`).join(', ')}`,
    edits: each.flatMap(({ edits }) => edits),
    changes: each.flatMap(({ changes }) => changes),
  };
}
