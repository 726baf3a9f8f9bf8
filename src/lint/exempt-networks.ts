import { isPackagedFile } from '../knowledge/packaged-files';
import type { Fix } from './fix';
import { changeOf } from './make-fix';
import type { Jail, Model } from './model';
import { setForJails } from './set-for-jails';

/**
 * Exempts the networks the admin has named in `.f2blintrc` in jails that exempt nobody: at the end of the list they all have, if that is
 * the admin's, else in the section of each. Undefined where he has named none.
 */
export function exemptNetworks(model: Model, jails: readonly Jail[]): Fix | undefined {
  const { networks } = model.admin;
  if (networks.length === 0) return undefined;
  const decision = 'who is exempt';
  const settings = new Set(jails.map(jail => jail.option('ignoreip')?.setting));
  const [setting] = settings;
  if (settings.size > 1 || setting === undefined || isPackagedFile(setting.file.name)) {
    const loopback = ['127.0.0.1/8', '::1'];
    return { ...setForJails(model, jails, 'ignoreip', [...loopback, ...networks].join(' ')), decision };
  }
  const written = setting.text.value.trimEnd();
  const value = [...(written === '' ? [] : [written]), ...networks].join(' ');
  return {
    title: `exempt ${networks.join(' ')}`,
    edits: [{ kind: 'value', setting, value }],
    changes: [changeOf(setting)],
    decision,
  };
}
