/** The file that fail2ban reads right behind a packaged one, for the admin's settings. A drop-in of jail.d gives way to jail.local. */
export function overrideFile(name: string): string {
  return name.startsWith('jail.d/') ? 'jail.local' : name.replace(/\.conf$/, '.local');
}

/**
 * The command that brings back a file of the package, in words that "brings back the original" follows. dpkg asks about each edited file
 * with `--force-confask` (dpkg(1)); rpm only writes a configuration file that isn't there.
 */
export function restoreCommand(name: string, release: string): string {
  if (release.startsWith('debian'))
    return '"apt-get install --reinstall -o Dpkg::Options::=--force-confask fail2ban"';
  if (release.startsWith('epel')) return `"rm ${name}" and "yum reinstall fail2ban-server"`;
  return 'installing fail2ban again';
}
