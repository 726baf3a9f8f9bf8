import type { TextFile } from '../resolve/source';
import type { Span } from '../text/span';
import type { SshdDirective } from './read';

/** Why sshd refuses a line. */
export interface Problem {
  /** Lower case, without a full stop; reads on from the keyword. */
  readonly message: string;
  readonly span: Span;
  /** A keyword that may not stand in a block, or that is none. */
  readonly code?: 'in-match' | 'unknown-keyword';
  /** What may have been meant. */
  readonly suggestion?: string;
  /** The release of OpenSSH that takes it, where a newer one does. */
  readonly since?: string;
  /** Whether OpenSSH as some distributions patch it takes it. */
  readonly isPatched?: boolean;
}

/** A line with which sshd does not start. */
export interface Refusal extends Problem {
  readonly file: TextFile;
  /** Undefined where a file as a whole is at fault. */
  readonly directive: SshdDirective | undefined;
}
