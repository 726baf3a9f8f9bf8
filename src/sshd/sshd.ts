import type { TextFile } from '../resolve/source';
import type { Connection } from './connection';
import { type Evaluation, evaluate } from './evaluate';
import type { SshdFiles } from './files';
import { type Walk, walk } from './walk';

/** An sshd_config with everything it includes. */
export interface Sshd {
  readonly main: TextFile;
  readonly walk: Walk;
  /** What `sshd -T` prints for a connection, or for one nothing is known of. */
  evaluate(connection?: Connection): Evaluation;
}

/** Reads the sshd_config in `main`. What can't be read at all counts as empty. */
export function readSshd(main: TextFile, files: SshdFiles): Sshd {
  const found = walk(main, files);
  return { main, walk: found, evaluate: connection => evaluate(found, main, connection) };
}
