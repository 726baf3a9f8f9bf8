import type { Text } from '../text/text';
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
  const bantime = jail.option('bantime')?.result;
  if (maxretry === undefined || (bantime !== undefined && bantime.kind !== 'text')) return undefined;
  const seconds = bantime === undefined ? 600 : secondsOf(bantime.text);
  return seconds === undefined ? undefined : { maxretry, bantime: Math.trunc(seconds) };
}

/** Most jails inherit the same text. */
const secondsByText = new WeakMap<Text, number | undefined>();

function secondsOf(text: Text): number | undefined {
  if (secondsByText.has(text)) return secondsByText.get(text);
  const time = parseTime(text.value);
  const seconds = time.kind === 'seconds' ? time.seconds : undefined;
  secondsByText.set(text, seconds);
  return seconds;
}
