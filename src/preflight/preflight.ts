import type { Facts } from '../host/facts';
import type { JailReading } from '../resolve/jail';
import { jailCommands } from '../resolve/jail-commands';
import type { Setup } from '../resolve/setup';
import { logFinder } from '../values/find-logs';
import { quoteReason, skippedReason } from './jail-reasons';
import { loadReasons } from './load-reasons';
import { type LogFiles, noLogReasons } from './log-files';
import type { Reason } from './reason';
import { checkStream, type StartedJail } from './server';

/** `down`: fail2ban exits. `nothing`: it runs without a jail. */
export type Verdict = 'up' | 'down' | 'nothing';
export type JailState = 'up' | 'skipped';

/** What fail2ban would do with a configuration. */
export interface Preflight {
  readonly verdict: Verdict;
  /** The enabled jails, in fail2ban's order; empty if down. */
  readonly jails: ReadonlyMap<string, JailState>;
  /** Everything that keeps fail2ban or one of its jails from starting, not only what it would meet first. */
  readonly reasons: readonly Reason[];
}

/**
 * Predicts `systemctl start fail2ban` (`fail2ban-server -f`) without fail2ban. Log files are taken as present unless `facts` lists
 * those of the host; directories and the journal always. Nothing of the configuration is run.
 */
export function preflight(setup: Setup, facts: Facts = {}): Preflight {
  const files = facts['log-files'];
  const logs = files && { find: logFinder(files, facts.unreadable), hasJournal: facts.journal !== false };
  const enabled = setup.jails.filter(jail => jail.enabled);
  const sound = enabled.filter(jail => jail.skipped === undefined);
  const reasons: Reason[] = [...loadReasons(setup)];
  const ofSkipped = sound.length === 0 ? 'none-left' : 'skipped';
  for (const jail of enabled) {
    if (jail.skipped !== undefined) reasons.push(skippedReason(setup, jail, jail.skipped, ofSkipped));
  }
  const started = sound.flatMap(jail => readCommands(setup, jail, logs, reasons) ?? []);
  reasons.push(...checkStream(setup, started, logs?.find));
  if (reasons.some(reason => reason.effect !== 'skipped'))
    return { verdict: 'down', jails: new Map(), reasons };
  const up = new Set(started.map(({ jail }) => jail));
  const jails = new Map(enabled.map(jail => [jail.name, up.has(jail) ? 'up' : 'skipped'] as const));
  return { verdict: started.length > 0 ? 'up' : 'nothing', jails, reasons };
}

/** What the client sends for a jail, if anything; what it stops at goes into `reasons`. */
function readCommands(
  setup: Setup,
  jail: JailReading,
  logs: LogFiles | undefined,
  reasons: Reason[],
): StartedJail | undefined {
  const { release, snapshot } = setup;
  const { commands, errors, starts, hasLogs } = jailCommands(jail, release, snapshot.root, logs?.find);
  for (const error of errors) reasons.push(quoteReason(setup, jail, error));
  if (!starts || !hasLogs) reasons.push(...noLogReasons(setup, jail, logs, starts ? 'down' : 'skipped'));
  return starts ? { jail, commands } : undefined;
}
