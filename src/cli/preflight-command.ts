import { type Preflight, preflight } from '../preflight/preflight';
import { paletteFor } from './color';
import { factsSource, type HostOptions } from './facts-source';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { refuseTemplates } from './refuse-templates';
import { pathWithin, snapshotWithin, treeWithin } from './root-tree';

export interface PreflightOptions extends TreeOptions, HostOptions {
  readonly path: string | undefined;
  readonly format: string;
  readonly color: string;
}

/** `f2blint preflight [PATH]`: would fail2ban start with this, with which jails, and why not. */
export async function preflightCommand(options: PreflightOptions, io: Io): Promise<ExitCode> {
  const { path, format } = options;
  if (format !== 'text' && format !== 'json') {
    throw new UserError(`there is no format ${format}`, 'one of text, json');
  }
  const factsFor = factsSource(options);
  const tree = await treeWithin(options.root, path ?? pathWithin(options.root));
  const { setup, why } = await resolveSnapshot(
    refuseTemplates(await snapshotWithin(options.root, tree)),
    options,
  );
  const result = preflight(setup, await factsFor(setup));
  if (format === 'json') {
    const { preflightJson } = await import('../report/preflight-json');
    io.write(preflightJson(setup, result, why));
  } else {
    const { preflightText } = await import('../report/preflight-text');
    io.write(preflightText(setup, result, why, await paletteFor(options.color, io)));
  }
  return exitCodeFor(result);
}

/** A jail that is enabled and doesn't run counts as a finding, whether fail2ban starts or not. */
function exitCodeFor({ verdict, jails }: Preflight): ExitCode {
  const allRun = verdict !== 'down' && [...jails.values()].every(state => state === 'up');
  return allRun ? exitCode.clean : exitCode.findings;
}
