import { isStockLoginFilter, speaksOfLogins } from '../knowledge/login-filters';
import { isStockFile } from '../knowledge/stock';
import { failregexOf } from './failregex';
import { isMailLogin } from './mail-login';
import type { Jail } from './model';

/** Whether a jail bans people who fail to log in, and not robots by what they ask for. Judged by its filter. */
export function isLoginJail(jail: Jail): boolean {
  const { filter } = jail.reading;
  if (filter === undefined) return false;
  const name = filter.name.value;
  if (isStockLoginFilter(name) || isMailLogin(jail)) return true;
  return !isStockFile(`filter.d/${name}.conf`) && speaksOfLogins(name, failregexOf(jail));
}

/** The mode a jail passes to its filter, in lower case; empty without one. */
export function modeOf(jail: Jail): string {
  return jail.reading.filter?.parameters.get('mode')?.value.toLowerCase() ?? '';
}

/** Whether a jail watches the bans of others: its filter is recidive, or a copy of it by name. */
export function isRecidive(jail: Jail): boolean {
  return /^recidive/i.test(jail.reading.filter?.name.value ?? '');
}

const panels =
  /^(?:sshd?|dropbear|webmin|proxmox|cockpit|froxlor|plesk|directadmin|cpanel|virtualmin|pam-generic)/i;

/** Whether a jail guards what the admin of the host logs in to. */
export function guardsAdminLogin(jail: Jail): boolean {
  return panels.test(jail.reading.filter?.name.value ?? '');
}
