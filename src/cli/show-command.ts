import { existsSync } from 'node:fs';
import { type Selection, select } from '../resolve/selector';
import { commandLines, type Setup } from '../resolve/setup';
import { paletteFor } from './color';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { refuseTemplates } from './refuse-templates';
import { snapshotWithin } from './root-tree';
import type { ShowSshdOptions } from './show-sshd';
import { defaultPath, findTree } from './trees';

export interface ShowOptions extends TreeOptions, ShowSshdOptions {
  readonly path: string | undefined;
  readonly selector: string | undefined;
  readonly commands: boolean;
}

/** `f2blint show`: the effective configuration for a person, as JSON, or as the commands fail2ban sends. */
export async function showCommand(options: ShowOptions, io: Io): Promise<ExitCode> {
  if (asksForSshd(options)) {
    const { showSshd } = await import('./show-sshd');
    return showSshd(options.selector === undefined ? undefined : options.path, options, io);
  }
  if (options.match !== undefined)
    throw new UserError('--match is for sshd_config', 'f2blint show sshd_config --match user=root');
  const { path, selector } = readArguments(options);
  const { setup, why } = await resolveSnapshot(
    refuseTemplates(await snapshotWithin(undefined, await findTree(path))),
    options,
  );
  if (options.commands) {
    io.write(
      commandLines(setup)
        .map(line => `${line}\n`)
        .join(''),
    );
    return exitCode.clean;
  }
  const selection = selector === undefined ? ({ kind: 'all' } as const) : selectionFor(setup, selector);
  if (options.format === 'json') {
    const { showDocument } = await import('../report/show-json');
    const { toJson } = await import('../report/json');
    io.write(toJson(showDocument(setup, selection)));
  } else if (options.format === 'text') {
    const { showText } = await import('../report/show-text');
    io.write(showText(setup, selection, why, await paletteFor(options.color, io)));
  } else throw new UserError(`there is no format ${options.format}`, 'one of text, json');
  return exitCode.clean;
}

function asksForSshd({ path, selector }: ShowOptions): boolean {
  return selector === 'sshd_config' || (selector === undefined && path === 'sshd_config');
}

function selectionFor(setup: Setup, selector: string): Selection {
  const selection = select(setup, selector);
  if (selection.kind !== 'unknown') return selection;
  const { message, suggestion } = selection;
  throw new UserError(message, suggestion && `did you mean ${suggestion}?`);
}

/** One argument is a path if it exists or contains `/`, else a selector. */
function readArguments({ path, selector }: ShowOptions): { path: string; selector: string | undefined } {
  if (path === undefined) return { path: defaultPath(), selector };
  if (selector === undefined && !path.includes('/') && !existsSync(path)) {
    return { path: defaultPath(), selector: path };
  }
  return { path, selector };
}
