/** What the command line needs of the process around it, so that tests can stand in for it. */
export interface Io {
  /** Bytes are written as they are. */
  write(text: string | Uint8Array): void;
  writeError(text: string): void;
  readonly isTerminal: boolean;
  /** Whether there is a terminal behind standard error. */
  readonly isErrorTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Exit codes of design/cli.md. */
export const exitCode = { clean: 0, findings: 1, unable: 2, nothingFound: 3, ownFault: 70 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

abstract class HintedError extends Error {
  /** How to put it right. */
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Something the user has to put right; ends with exit code 2. */
export class UserError extends HintedError {
  override readonly name = 'UserError';
}

/** There is nothing to check; ends with exit code 3. */
export class NothingFound extends HintedError {
  override readonly name = 'NothingFound';
}

/** By its name: a chunk beside the bundle has classes of its own. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}

/** The same for NothingFound. */
export function isNothingFound(error: unknown): error is NothingFound {
  return error instanceof Error && error.name === 'NothingFound';
}
