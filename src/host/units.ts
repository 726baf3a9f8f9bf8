import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

const enabledHere = '/etc/systemd/system';

/** Where units stand (systemd.unit(5)); both /lib and /usr/lib, as an unpacked package needs no link between them. */
const unitDirectories = [
  enabledHere,
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];

/** The enabled units of systemd, sorted: those linked below /etc/systemd/system that exist and aren't masked. */
export function findUnits(root: RootFiles): Found<readonly string[]> {
  const entries = root.entries(enabledHere);
  if (typeof entries === 'string')
    return unknown(`${enabledHere} ${entries === 'absent' ? 'is not there' : "can't be listed"}`);
  const units = new Set<string>();
  for (const { name } of entries) {
    if (!/\.(?:wants|requires)$/.test(name)) continue;
    const wanted = root.entries(`${enabledHere}/${name}`);
    if (wanted === 'unknown') return unknown(`${enabledHere}/${name} can't be listed`);
    if (wanted === 'absent') continue;
    for (const unit of wanted) if (unitFile(root, unit.name) !== undefined) units.add(unit.name);
  }
  return found([...units].sort(), `links in ${enabledHere}/*.wants`);
}

/** The text of a unit; undefined where it doesn't exist, is masked or can't be read. A package that is removed leaves its links behind. */
export function unitFile(root: RootFiles, name: string): string | undefined {
  if (root.linkTarget(`${enabledHere}/${name}`) === '/dev/null') return undefined;
  for (const directory of unitDirectories) {
    for (const file of [name, name.replace(/@.*(?=\.)/, '@')]) {
      const text = root.text(`${directory}/${file}`);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}
