import { editDistance } from '../text/closest-name';
import {
  actionOptions,
  daemonOptions,
  earlyDaemonOptions,
  filterOptions,
  jailOptions,
  type ReaderOption,
  threadOptions,
} from './reader-options';
import { findRelease } from './release';

/** What reads a section: each reader asks for names of its own. */
export type Reader = 'jail' | 'daemon' | 'thread' | 'filter' | 'action' | 'includes';

const newest = findRelease('master')!;
const namesOf = (options: readonly ReaderOption[]) => options.map(option => option.name);

/**
 * No options of fail2ban: variables of the stock jail.conf, which act because the stock `action`, `filter` and `backend` lines
 * and jails ask for them.
 */
const jailVariables = (
  'port protocol chain mode banaction banaction_allports destemail sender sendername mta fail2ban_agent ' +
  'default_backend knocking_url blocktype returntype tcpport udpport'
).split(' ');

const names: Readonly<Record<Reader, ReadonlySet<string>>> = {
  jail: new Set([...namesOf(jailOptions(newest)), ...jailVariables]),
  daemon: new Set(namesOf([...earlyDaemonOptions, ...daemonOptions(newest)])),
  thread: new Set(namesOf(threadOptions)),
  filter: new Set(namesOf(filterOptions)),
  action: new Set(namesOf(actionOptions)),
  includes: new Set(['before', 'after']),
};

/** What people type that is too far from the option they mean; only where there is no doubt which that is. */
const aliases: Readonly<Record<Reader, ReadonlyMap<string, string>>> = {
  jail: aliasesOf({
    enabled: 'enable active enabling is_enabled',
    port: 'ports',
    maxretry: 'maxretries max_retries maxtries max_tries retry retries maxattempts max_attempts maxfailures',
    bantime: 'ban_duration banduration bantimes block_time',
    findtime: 'find_window findwindow time_window timewindow',
    ignoreip: 'ignoreips ignore_ips ignore_ip ignore-ip whitelist allowlist whitelist_ip',
    ignorecommand: 'ignorecmd ignore_cmd',
    logpath: 'logfile log_file logfiles logs path log_paths',
    logencoding: 'encoding',
    logtimezone: 'timezone',
    usedns: 'use_dns dns',
    failregex: 'failreg regex regexp regexes',
    ignoreregex: 'ignorereg',
    datepattern: 'dateformat date_format',
    banaction: 'ban_actions',
    destemail: 'destmail dest_mail email mailto to_email',
    'bantime.increment': 'increment incremental',
    'bantime.maxtime': 'maxtime max_bantime maxbantime bantime.max bantime_max',
    'bantime.factor': 'bantime_factor',
    'bantime.multipliers': 'multipliers bantime_multipliers',
    'bantime.rndtime': 'rndtime bantime.rand bantime.random',
    'bantime.overalljails': 'overalljails bantime.alljails',
  }),
  daemon: aliasesOf({
    dbpurgeage: 'purgeage db_purge db_purgeage purge_age',
    dbfile: 'database db db_path dbpath',
    logtarget: 'logfile log_file',
    pidfile: 'pid',
    allowipv6: 'ipv6',
  }),
  thread: aliasesOf({ stacksize: 'stack' }),
  filter: aliasesOf({
    failregex: 'failreg regex regexp regexes failure_regex',
    ignoreregex: 'ignorereg ignore',
    datepattern: 'dateformat date_format',
    journalmatch: 'journal',
  }),
  action: aliasesOf({
    actionstart: 'start_action',
    actionstop: 'actionend stop_action',
    actionban: 'ban',
    actionunban: 'unban',
  }),
  includes: aliasesOf({}),
};

function aliasesOf(byOption: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(byOption).flatMap(([option, words]) =>
      words.split(' ').map(word => [word, option] as const),
    ),
  );
}

/** Whether a reader asks for an option, in lower case, or the stock files use it as a variable there. */
export function isKnownOption(reader: Reader, name: string): boolean {
  return names[reader].has(name);
}

/**
 * The option that a name, in lower case and not known itself, probably stands for: a listed alias, or the nearest with two slips at
 * most; one where the shorter of the two has fewer than seven letters, none below four; one fewer where they begin differently
 * (`unbanaction`, `sort`). Undefined where the name may well be a variable somebody made up.
 */
export function suggestOption(reader: Reader, name: string): string | undefined {
  const alias = aliases[reader].get(name);
  if (alias !== undefined) return alias;
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of names[reader]) {
    const limit = Math.min(slipsAllowed(name, candidate), bestDistance - 1);
    const distance = editDistance(name, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function slipsAllowed(name: string, candidate: string): number {
  const length = Math.min(name.length, candidate.length);
  const most = length < 7 ? 1 : 2;
  if (length < 4) return 0;
  return name[0] === candidate[0] ? most : most - 1;
}
