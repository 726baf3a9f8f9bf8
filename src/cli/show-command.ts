import { existsSync } from 'node:fs';
import { showDocument } from '../report/show-json';
import { commandLines } from '../resolve/setup';
import { type ExitCode, exitCode, type Io } from './io';
import { readSetup, type TreeOptions } from './read-setup';
import { defaultPath, findTree } from './trees';

export interface ShowOptions extends TreeOptions {
  readonly path: string | undefined;
  readonly selector: string | undefined;
  readonly commands: boolean;
  readonly format: string;
}

/** `f2blint show`: the effective configuration for a person, as JSON, or as the commands fail2ban sends. */
export async function showCommand(options: ShowOptions, io: Io): Promise<ExitCode> {
  const { path } = readArguments(options);
  const setup = readSetup(await findTree(path), options);
  if (options.commands) {
    io.write(
      commandLines(setup)
        .map(line => `${line}\n`)
        .join(''),
    );
    return exitCode.clean;
  }
  io.write(`${JSON.stringify(showDocument(setup), null, 1)}\n`);
  return exitCode.clean;
}

/** One argument is a path if it exists or contains `/`, else a selector. */
function readArguments({ path, selector }: ShowOptions): { path: string; selector: string | undefined } {
  if (path === undefined) return { path: defaultPath(), selector };
  if (selector === undefined && !path.includes('/') && !existsSync(path)) {
    return { path: defaultPath(), selector: path };
  }
  return { path, selector };
}
