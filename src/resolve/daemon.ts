import { wordsOf } from '../knowledge/options';
import { daemonOptions, earlyDaemonOptions, threadOptions } from '../knowledge/reader-options';
import type { Release } from '../knowledge/release';
import { type Argument, argumentOf, type Command } from './command';
import type { OptionError } from './definition';
import type { Family } from './family';
import { type ReadOption, readTable } from './read-table';

/** What fail2ban reads of fail2ban.conf and its kin (client/fail2banreader.py). */
export interface DaemonReading {
  readonly family: Family;
  /** Read before anything else; these values win over the same ones in `options`. */
  readonly early: ReadonlyMap<string, ReadOption>;
  readonly options: ReadonlyMap<string, ReadOption>;
  /** `[Thread]`; undefined where there is no such section. */
  readonly thread: ReadonlyMap<string, ReadOption> | undefined;
  readonly errors: readonly OptionError[];
}

export function readDaemon(family: Family, release: Release): DaemonReading {
  const lookup = { merged: family };
  const early = readTable(lookup, 'Definition', earlyDaemonOptions);
  const later = readTable(lookup, 'Definition', daemonOptions(release));
  const thread = family.sections.has('Thread') ? readTable(lookup, 'Thread', threadOptions) : undefined;
  const late = later.errors.filter(error => !early.errors.some(known => known.option === error.option));
  return {
    family,
    early: early.options,
    options: new Map([...later.options, ...early.options]),
    thread: thread?.options,
    errors: [...early.errors, ...late, ...(thread?.errors ?? [])],
  };
}

const sendOrder: readonly string[] = [
  'syslogsocket',
  'loglevel',
  'logtarget',
  'allowipv6',
  'dbfile',
  'dbmaxmatches',
  'dbpurgeage',
];

/** The commands that come before those of the jails. */
export function daemonCommands({ options, thread }: DaemonReading): readonly Command[] {
  const commands: Command[] = [];
  if (thread !== undefined && thread.size > 0) commands.push(['set', 'thread', threadArgument(thread)]);
  for (const name of sendOrder) {
    const option = options.get(name);
    if (option !== undefined) commands.push(['set', name, argumentOf(option.value)]);
  }
  return commands;
}

function threadArgument(thread: ReadonlyMap<string, ReadOption>): Argument {
  return new Map([...thread].map(([name, option]) => [name, argumentOf(option.value)]));
}

const levels: ReadonlySet<string> = new Set(wordsOf('daemon', 'loglevel'));

/** Whether fail2ban takes a text as log level: one of its words in any case, or digits (helpers.py). */
export function isLogLevel(text: string): boolean {
  return levels.has(text.toUpperCase()) || /^\p{Nd}+$/u.test(text);
}
