import { parseBoolean } from '../values/boolean';
import { parseTime } from '../values/time';
import { limitsOf } from './limits';
import type { Jail } from './model';

/** How the bans of a jail get longer. */
export interface BanGrowth {
  /** Seconds of the first ban. */
  readonly bantime: number;
  /** The cap in seconds; undefined without one. */
  readonly maxtime: number | undefined;
  /** Seconds of the Nth ban of an address, the first being 1, without the time added at random. */
  banTime(count: number): number;
}

/**
 * What an offender really gets with `bantime.increment = true` (`setBanTimeExtra` of server/jail.py, `incrBanTime` of
 * server/observer.py): the first ban lasts `bantime`; the one after N others that times the factor and the Nth multiplier, or times two
 * to the N; never less than the first, and never more than `bantime.maxtime`. Undefined without increment, for a permanent
 * ban, and with a formula or factor that would have to be evaluated.
 */
export function banGrowth(jail: Jail): BanGrowth | undefined {
  if (!isIncremented(jail)) return undefined;
  const bantime = limitsOf(jail)?.bantime;
  const factor = numberOf(jail.text('bantime.factor') ?? '1');
  const multipliers = (jail.text('bantime.multipliers') ?? '').split(' ').filter(each => each !== '');
  if (bantime === undefined || bantime <= 0 || factor === undefined) return undefined;
  if (!multipliers.every(each => /^\d+$/.test(each))) return undefined;
  if (multipliers.length === 0 && (jail.text('bantime.formula') ?? '') !== '') return undefined;
  const maxtime = secondsOf(jail.text('bantime.maxtime'));
  if (maxtime === 'unknown') return undefined;
  return {
    bantime,
    maxtime,
    banTime(count) {
      if (count <= 1) return bantime;
      const before = count - 1;
      const multiplier = multipliers[Math.min(before, multipliers.length - 1)];
      const grown =
        multiplier === undefined
          ? bantime * 2 ** Math.min(before, 20) * factor
          : bantime * factor * Number(multiplier);
      return Math.max(bantime, Math.min(grown, maxtime ?? Number.POSITIVE_INFINITY));
    },
  };
}

/** Whether the bans of a jail get longer for who comes again. */
export function isIncremented(jail: Jail): boolean {
  return parseBoolean(jail.text('bantime.increment') ?? '');
}

function numberOf(text: string): number | undefined {
  return /^\s*\d+(?:\.\d*)?\s*$/.test(text) ? Number(text) : undefined;
}

function secondsOf(text: string | undefined): number | undefined | 'unknown' {
  if (text === undefined || text === '') return undefined;
  const time = parseTime(text);
  return time.kind === 'seconds' ? time.seconds : 'unknown';
}
