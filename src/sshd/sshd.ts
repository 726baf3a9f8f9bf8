import type { Snapshot } from '../files/snapshot';
import type { TextFile } from '../resolve/source';
import type { Connection } from './connection';
import { type Evaluation, evaluate } from './evaluate';
import { readSshdFile, type SshdFiles, sshdFilesBeside } from './files';
import { type Walk, walk } from './walk';

export type { Evaluation } from './evaluate';

/** An sshd_config with everything it includes. */
export interface Sshd {
  readonly main: TextFile;
  readonly walk: Walk;
  /** Where the snapshot has, or could have, a file, by the path sshd uses for it; undefined where its directory isn't there. */
  newFile(path: string): string | undefined;
  /** What `sshd -T` prints for a connection, or for one of which nothing is known. */
  evaluate(connection?: Connection): Evaluation;
}

/** Reads an sshd_config and what it includes from the directory beside it; undefined where there is none. */
export function readSshdConfig(snapshot: Snapshot, path: string): Sshd | undefined {
  const main = readSshdFile(snapshot, path);
  return main && readSshd(main, sshdFilesBeside(snapshot, path));
}

/** Reads the sshd_config in `main`. What can't be read at all counts as empty. */
export function readSshd(main: TextFile, files: SshdFiles): Sshd {
  const found = walk(main, files);
  const known = new Map<string, Evaluation>();
  return {
    main,
    walk: found,
    newFile: files.newFile,
    evaluate(connection = {}) {
      const key = JSON.stringify(connection);
      const evaluation = known.get(key) ?? evaluate(found, main, connection);
      known.set(key, evaluation);
      return evaluation;
    },
  };
}
