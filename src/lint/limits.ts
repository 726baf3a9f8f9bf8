import { parseInteger } from '../values/integer';
import { parseTime } from '../values/time';
import type { Jail } from './model';

/** Failures after which a jail bans, and for how long. */
export interface Limits {
  readonly maxretry: number;
  /** Whole seconds as fail2ban cuts them; −1 means for ever, and with less nobody is banned. */
  readonly bantime: number;
  /** Seconds within which the failures count. */
  readonly findtime: number;
}

/**
 * The limits in effect; undefined where one of them is no number, with which fail2ban does not start. Where nothing sets them, the
 * server takes 3 failures within 600 seconds (server/failmanager.py) and bans for 600 (server/banmanager.py).
 */
export function limitsOf(jail: Jail): Limits | undefined {
  const maxretry = jail.option('maxretry') === undefined ? 3 : parseInteger(jail.text('maxretry') ?? '');
  const bantime = secondsOf(jail, 'bantime');
  const findtime = secondsOf(jail, 'findtime');
  if (maxretry === undefined || bantime === undefined || findtime === undefined) return undefined;
  return { maxretry, bantime: Math.trunc(bantime), findtime };
}

function secondsOf(jail: Jail, option: string): number | undefined {
  const time = parseTime(jail.option(option) === undefined ? '600' : (jail.text(option) ?? ''));
  return time.kind === 'seconds' ? time.seconds : undefined;
}
