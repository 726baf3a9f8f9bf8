import { compareCodePoints, joinPath } from '../files/posix-path';
import type { TextFile } from '../resolve/source';
import type { FamilyKind } from './families';
import { fileModes, type KnownMode } from './file-modes';
import type { Model } from './model';

/** A file or directory that others than root may change. */
export interface WritableFile {
  /** The file, or one in the directory, or where there is none one beside it. */
  readonly file: TextFile;
  /** `jail.local`, `sshd_config`; of a directory `action.d`. */
  readonly name: string;
  /** Of the file or the directory. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** What it is read as. */
  readonly kind: FamilyKind | 'sshd';
  /** `every user`, `the group staff`, `the user www-data, who owns it`. */
  readonly who: string;
  readonly mode: string;
  readonly isRead: boolean;
}

/**
 * The directories and files of a configuration, and the files of sshd's, that others than root may change, as far as their modes are known.
 * What is in a directory that the same people may change is left out.
 */
export function writableFiles(model: Model): readonly WritableFile[] {
  const modes = fileModes(model);
  if (modes === undefined) return [];
  const unused = model.unchanged.map(file => ({ file, kind: kindOf(file), isRead: false }));
  const files = [...model.files, ...unused].sort((a, b) => compareCodePoints(a.file.path, b.file.path));
  const trusted = trustedOwner(files.map(({ file }) => (isMain(file) ? modes.of(file) : undefined)));
  const found: WritableFile[] = [];
  const open = new Set<string>();
  for (const [name, kind] of directories) {
    const inside = files.filter(({ file }) => directoryOf(file.name) === name);
    const first = inside.find(({ isRead }) => isRead) ?? inside[0] ?? files.find(({ file }) => isMain(file));
    const known = modes.at(name);
    const who = known && whoWrites(known, trusted);
    if (first === undefined || known === undefined || who === undefined) continue;
    open.add(`${name} ${who}`);
    const path = name === '.' ? model.setup.snapshot.root : joinPath(model.setup.snapshot.root, name);
    found.push({
      file: first.file,
      name,
      path,
      isDirectory: true,
      kind,
      who,
      mode: modeOf(known),
      isRead: true,
    });
  }
  const ofSshd = (model.sshd?.walk.files ?? []).map(file => ({ file, kind: 'sshd' as const, isRead: true }));
  for (const { file, kind, isRead } of [...files, ...ofSshd]) {
    const known = modes.of(file);
    const who = known && whoWrites(known, kind === 'sshd' ? 'root' : trusted);
    if (known === undefined || who === undefined || open.has(`${directoryOf(file.name)} ${who}`)) continue;
    const name = kind === 'sshd' ? file.path.slice(file.path.lastIndexOf('/') + 1) : file.name;
    found.push({ file, name, path: file.path, isDirectory: false, kind, who, mode: modeOf(known), isRead });
  }
  return found;
}

const directories: readonly (readonly [string, FamilyKind])[] = [
  ['.', 'jail'],
  ['fail2ban.d', 'fail2ban'],
  ['jail.d', 'jail'],
  ['filter.d', 'filter'],
  ['action.d', 'action'],
];

function kindOf({ name }: TextFile): FamilyKind {
  return name.startsWith('filter.d/') ? 'filter' : 'action';
}

function modeOf({ bits }: KnownMode): string {
  return bits.toString(8).padStart(4, '0');
}

function isMain({ name }: TextFile): boolean {
  return name === 'fail2ban.conf' || name === 'jail.conf';
}

/** Where the packaged files belong to a user, fail2ban is installed for him and runs as no more than that. */
function trustedOwner(ofMain: readonly (KnownMode | undefined)[]): string | undefined {
  const owners = new Set(ofMain.flatMap(mode => mode?.owner ?? []));
  const [owner] = owners;
  return owners.size === 1 ? owner : undefined;
}

function whoWrites({ bits, owner, group }: KnownMode, trusted = 'root'): string | undefined {
  const isRoot = (name: string) => name === 'root' || name === '0';
  if (bits & 0o002) return 'every user';
  if (bits & 0o020 && group !== undefined && !isRoot(group)) return `the group ${group}`;
  return isRoot(owner) || owner === '' || owner === trusted ? undefined : `the user ${owner}, who owns it`;
}

function directoryOf(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? '.' : name.slice(0, slash);
}
