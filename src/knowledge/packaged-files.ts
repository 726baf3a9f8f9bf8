/**
 * Files that a package of fail2ban puts there and replaces at the next upgrade, by their names in the configuration directory: those
 * of the project itself, and the drop-ins of Debian (defaults-debian.conf) and of Fedora and EPEL (00-firewalld.conf, 00-systemd.conf).
 */
const packaged =
  /^(?:jail\.conf|fail2ban\.conf|paths-[\w-]+\.conf|jail\.d\/(?:defaults-debian|00-firewalld|00-systemd)\.conf)$/;

/** Whether a file is the package's, not the admin's. */
export function isPackagedFile(name: string): boolean {
  return packaged.test(name);
}
