import { isPackagedFile } from '../knowledge/packaged-files';
import { isStockFile } from '../knowledge/stock';

/** Whether a file (by its name in the configuration directory) belongs to the package, which replaces it at the next upgrade. */
export function isOfPackage(name: string): boolean {
  return isPackagedFile(name) || (/^(?:filter|action)\.d\/.*\.conf$/.test(name) && isStockFile(name));
}

/** The file of the admin that fail2ban reads behind one of the package: `jail.local`, `filter.d/sshd.local`. */
export function localFile(name: string): string {
  return name.startsWith('jail.d/') ? 'jail.local' : name.replace(/\.conf$/, '.local');
}

/** The family a file of the configuration directory is read for; files that are included count for those that include them. */
export function familyOf(name: string): string {
  if (name.startsWith('jail.d/')) return 'jail';
  if (name.startsWith('fail2ban.d/')) return 'fail2ban';
  return name.replace(/\.(?:conf|local)$/, '');
}
