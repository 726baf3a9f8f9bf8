import type { Command } from 'commander';
import { closestName } from '../text/closest-name';
import { describeProgram } from './completion/description';
import { type ExitCode, exitCode, type Io, UserError } from './io';

/** `f2blint completion SHELL`: prints the completion script of a shell. */
export async function completionCommand(shell: string, program: Command, io: Io): Promise<ExitCode> {
  const { shells } = await import('./completion/shells');
  const script = shells.get(shell);
  if (script === undefined) {
    const close = closestName(shell, shells.keys());
    throw new UserError(
      `there is no completion for ${shell}`,
      close === undefined ? `one of ${[...shells.keys()].join(', ')}` : `did you mean ${close}?`,
    );
  }
  const { baseNames } = await import('./bundled-bases');
  io.write(script(describeProgram(program, baseNames)));
  return exitCode.clean;
}
