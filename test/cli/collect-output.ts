import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';

/** What a command line did. */
export interface Collected {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command line in this process, without a terminal and with an empty environment unless `overrides` say otherwise. */
export async function collectOutput(
  args: readonly string[],
  overrides: Partial<Io> = {},
): Promise<Collected> {
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
    ...overrides,
  });
  return { code, output, errors };
}
