import { joinPath } from '../files/posix-path';
import type { FileMode } from '../host/facts';
import type { TextFile } from '../resolve/source';
import type { Model } from './model';

/** Who may do what with the files of a host. */
export interface FileModes {
  /** Of a file; undefined where it isn't known. */
  of(file: TextFile): KnownMode | undefined;
  /** Of what is there under a name in the configuration directory (`.` for itself) or an absolute path. */
  at(name: string): KnownMode | undefined;
}

export interface KnownMode {
  /** The permission bits, with the sticky bit and its like. */
  readonly bits: number;
  readonly owner: string;
  readonly group: string | undefined;
}

/** The fact `modes`, by file; undefined without it. */
export function fileModes({ setup, sshd, facts }: Model): FileModes | undefined {
  if (facts.modes === undefined) return undefined;
  const modes = new Map(Object.entries(facts.modes));
  const sshDirectory = sshd?.main.path.replace(/[^/]*$/, '');
  const at = (...names: readonly string[]) =>
    names.map(name => readMode(modes.get(name))).find(each => each !== undefined);
  return {
    of({ path, name }) {
      const isSshd = sshDirectory !== undefined && sshd?.walk.files.some(file => file.path === path);
      return isSshd
        ? at(`/etc/ssh/${path.slice(sshDirectory.length)}`, path)
        : at(name, path, `/etc/fail2ban/${name}`);
    },
    at: name =>
      name === '.'
        ? at('.', setup.snapshot.root, '/etc/fail2ban')
        : at(name, joinPath(setup.snapshot.root, name), `/etc/fail2ban/${name}`),
  };
}

/** A mode as `stat` or Python prints it; `owner` may have the group behind a colon. What isn't understood is unknown. */
function readMode(fact: FileMode | undefined): KnownMode | undefined {
  const [, digits] = /^(?:0o)?([0-7]{3,7})$/.exec(fact?.mode.trim() ?? '') ?? [];
  if (fact === undefined || digits === undefined) return undefined;
  const [owner = '', group] = fact.owner.trim().split(':');
  return { bits: Number.parseInt(digits, 8) & 0o7777, owner, group: fact.group ?? group };
}
