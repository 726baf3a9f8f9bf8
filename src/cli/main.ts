import { CommanderError } from 'commander';
import { printable } from '../text/printable';
import { type ExitCode, exitCode, type Io, isNothingFound, isUserError } from './io';
import { createProgram } from './program';
import { withSourcePlaces } from './source-places';

/** Runs one command line (without `node` and the script) and gives the exit code. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  try {
    const program = createProgram(io, result => {
      code = result;
    });
    // what follows one of these is a path
    const whole = new Map([
      ['--fix', '--fix=safe'],
      ['--update-baseline', '--update-baseline=shrink'],
    ]);
    await program.parseAsync(
      args.map(each => whole.get(each) ?? each),
      { from: 'user' },
    );
    return code;
  } catch (error) {
    return explainError(error, io);
  }
}

function explainError(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.unable;
  if (isNothingFound(error) || isUserError(error)) {
    const hint = error.hint === undefined ? '' : `hint: ${printable(error.hint)}\n`;
    io.writeError(`f2blint: ${printable(error.message)}\n${hint}`);
    return isUserError(error) ? exitCode.unable : exitCode.nothingFound;
  }
  // a policy that turns out to be unusable
  if (error instanceof Error && isUserError(error.cause)) return explainError(error.cause, io);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.writeError(
    `f2blint: this is a fault of f2blint itself, please report it with the lines below\n${withSourcePlaces(trace)}\n`,
  );
  return exitCode.ownFault;
}
