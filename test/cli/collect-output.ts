import { main } from '../../src/cli/main';

/** Runs a command line in this process: its exit code and what it printed. */
export async function collectOutput(
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  let output = '';
  let errors = '';
  const code = await main(args, {
    write: text => {
      output += text;
    },
    writeError: text => {
      errors += text;
    },
    isTerminal: false,
    isErrorTerminal: false,
    environment: {},
  });
  return { code, output, errors };
}
