import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';
import { unitFile } from './units';

/** Whether journald keeps what it is told, on disk or in memory; a syslog daemon beside it changes nothing (journald.conf(5)). */
export function findJournal(root: RootFiles): Found<boolean> {
  const none = storageNone(root);
  if (none !== undefined) return found(false, `Storage=none in ${none}`);
  const file = journalFile(root);
  if (file !== undefined) return found(true, file);
  if (root.isLive) {
    // sd_booted(3)
    if (root.status('/run/systemd/system') === 'absent')
      return found(false, 'systemd does not run this host');
    return unknown('no file of a journal is in sight');
  }
  if (unitFile(root, 'systemd-journald.service') !== undefined)
    return found(true, 'systemd-journald.service');
  if (typeof root.status('/usr/bin') === 'string') return unknown('there is no system in the root');
  return found(false, 'there is no systemd-journald.service');
}

/** The file that says so last. */
function storageNone(root: RootFiles): string | undefined {
  const dropIns = new Map<string, string>();
  for (const directory of ['/usr/lib', '/usr/local/lib', '/run', '/etc']) {
    const entries = root.entries(`${directory}/systemd/journald.conf.d`);
    if (typeof entries === 'string') continue;
    for (const { name } of entries)
      if (name.endsWith('.conf')) dropIns.set(name, `${directory}/systemd/journald.conf.d/${name}`);
  }
  const sorted = [...dropIns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
  let last: { readonly path: string; readonly storage: string } | undefined;
  for (const path of ['/etc/systemd/journald.conf', ...sorted]) {
    for (const [, storage = ''] of (root.text(path) ?? '').matchAll(/^[ \t]*Storage[ \t]*=[ \t]*(\S*)/gm))
      last = { path, storage };
  }
  return last?.storage === 'none' ? last.path : undefined;
}

/** A journal that is being written, for this machine or another. */
function journalFile(root: RootFiles): string | undefined {
  for (const directory of ['/run/log/journal', '/var/log/journal']) {
    const machines = root.entries(directory);
    if (typeof machines === 'string') continue;
    for (const { name } of machines) {
      const path = `${directory}/${name}/system.journal`;
      const status = root.status(path);
      if (typeof status !== 'string' && status.isFile()) return path;
    }
  }
  return undefined;
}
