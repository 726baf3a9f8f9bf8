import type { ReleaseName } from './release';
import type { ValueFormat } from './value-formats';

/**
 * What reads a section: each reader asks for names of its own. The parameters of filters and actions stand in `[Init]` or between
 * the brackets of a call.
 */
export type Reader =
  | 'jail'
  | 'daemon'
  | 'thread'
  | 'filter'
  | 'filter-parameter'
  | 'action'
  | 'action-parameter'
  | 'includes';

/** An option of fail2ban as `schemas/options` describes it. All values are texts, as they are written in a file. */
export interface KnownOption {
  readonly reader: Reader;
  /** In lower case. */
  readonly name: string;
  readonly format: ValueFormat;
  /** What it does, in one line without a full stop. */
  readonly description: string;
  /** No option of fail2ban: it acts because values of the stock files ask for it. */
  readonly isVariable?: true;
  /** The words it can have, apart from what else its format allows. */
  readonly words?: readonly string[];
  /** What fail2ban takes where no file sets it. */
  readonly default?: string;
  /** What the stock files set it to; null where that is long, or stands in one jail. */
  readonly stock?: string | null;
  /** The last release whose stock files set it. */
  readonly stockUntil?: ReleaseName;
  /** The first release that knows it; undefined: older than 0.10. */
  readonly since?: ReleaseName | '0.10';
  /** The last release that knows it. */
  readonly until?: ReleaseName;
  /** What else there is to say about its values. */
  readonly note?: string;
  readonly examples?: readonly string[];
  /** What people type instead; only where there is no doubt what they mean. */
  readonly aliases?: readonly string[];
}
