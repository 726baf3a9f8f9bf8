import type { Facts } from '../host/facts';
import type { JailReading } from '../resolve/jail';
import { jailCommands } from '../resolve/jail-commands';
import type { Setup } from '../resolve/setup';
import { noLogReason, quoteReason, skippedReason } from './jail-reasons';
import { loadReasons } from './load-reasons';
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
 * Predicts `systemctl start fail2ban` (`fail2ban-server -f`) without fail2ban. Log files, directories and the journal are taken
 * as present. Nothing of the configuration is run.
 */
export function preflight(setup: Setup, _facts: Facts = {}): Preflight {
  const enabled = setup.jails.filter(jail => jail.enabled);
  const sound = enabled.filter(jail => jail.skipped === undefined);
  const reasons: Reason[] = [...loadReasons(setup)];
  const ofSkipped = sound.length === 0 ? 'none-left' : 'skipped';
  for (const jail of enabled) {
    if (jail.skipped !== undefined) reasons.push(skippedReason(setup, jail, jail.skipped, ofSkipped));
  }
  const started = sound.flatMap(jail => readCommands(setup, jail, reasons) ?? []);
  reasons.push(...checkStream(setup, started));
  if (reasons.some(reason => reason.effect !== 'skipped'))
    return { verdict: 'down', jails: new Map(), reasons };
  const up = new Set(started.map(({ jail }) => jail));
  const jails = new Map(enabled.map(jail => [jail.name, up.has(jail) ? 'up' : 'skipped'] as const));
  return { verdict: started.length > 0 ? 'up' : 'nothing', jails, reasons };
}

/** What the client sends for a jail, if anything; what it stops at goes into `reasons`. */
function readCommands(setup: Setup, jail: JailReading, reasons: Reason[]): StartedJail | undefined {
  const { commands, errors, starts, hasLogs } = jailCommands(jail, setup.release, setup.snapshot.root);
  for (const error of errors) reasons.push(quoteReason(setup, jail, error));
  if (!starts) reasons.push(noLogReason(setup, jail, 'skipped'));
  else if (!hasLogs) reasons.push(noLogReason(setup, jail, 'down'));
  return starts ? { jail, commands } : undefined;
}
