import type { Word } from './arguments';
import type { SshdDirective } from './read';
import type { State } from './state';

/** One line on its way into the settings. */
export interface Taking {
  readonly line: SshdDirective;
  /** The name of the setting in `sshd -T`. */
  readonly field: string;
  readonly state: State;
  /** Whether the line counts; one that doesn't is checked all the same. */
  readonly active: boolean;
  /** The next argument, as sshd consumes them. */
  next(): Word | undefined;
  /** How many are left. */
  left(): number;
  /** Passes over all that are left. */
  skip(): void;
}

/** What sshd refuses a line for; without a word it is the line as a whole. */
export interface Fault {
  readonly message: string;
  readonly word?: Word | undefined;
  readonly suggestion?: string | undefined;
  readonly since?: string | undefined;
}

/** Takes the arguments of a line as OpenSSH 9.2's servconf.c does for one kind of setting. */
export type Taker = (taking: Taking) => Fault | undefined;
