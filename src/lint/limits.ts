import { parseInteger } from '../values/integer';
import { parseTime } from '../values/time';
import type { Jail } from './model';

/** Failures after which a jail bans, and for how long. */
export interface Limits {
  readonly maxretry: number;
  /** Whole seconds as fail2ban cuts them; −1 means for ever, and with less nobody is banned. */
  readonly bantime: number;
}

/**
 * The limits in effect; undefined where one of them is no number, with which fail2ban does not start. Where nothing sets them, the
 * server takes 3 failures (server/failmanager.py) and 600 seconds (server/banmanager.py).
 */
export function limitsOf(jail: Jail): Limits | undefined {
  const maxretry = jail.option('maxretry') === undefined ? 3 : parseInteger(jail.text('maxretry') ?? '');
  const time = parseTime(jail.option('bantime') === undefined ? '600' : (jail.text('bantime') ?? ''));
  if (maxretry === undefined || time.kind !== 'seconds') return undefined;
  return { maxretry, bantime: Math.trunc(time.seconds) };
}
