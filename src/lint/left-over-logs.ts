import type { Facts } from '../host/facts';
import { logFinder } from '../values/find-logs';
import { logPaths } from '../values/log-path';
import { readsJournal } from './journal';
import type { Jail, Model } from './model';
import type { Place } from './place';
import { writtenPlace } from './written-place';

/** An enabled jail whose log files are there and get no more lines. */
export interface LeftOverLog {
  readonly jail: Jail;
  /** The first of its files. */
  readonly path: string;
  readonly place: Place | undefined;
}

/** Only a syslog daemon writes these. */
const ofSyslog: ReadonlySet<string> = new Set(['/var/log/auth.log', '/var/log/secure']);

/** The jails that read nothing but logs of a syslog daemon, on a host that keeps a journal and has no such daemon any more. */
export function leftOverLogs({ setup, jails, facts }: Model): readonly LeftOverLog[] {
  const files = facts['log-files'];
  if (files === undefined || !keepsOnlyJournal(facts)) return [];
  const find = logFinder(files, facts.unreadable);
  return jails.flatMap(jail => {
    const text = jail.enabled && !readsJournal(jail) ? jail.option('logpath')?.result : undefined;
    if (text?.kind !== 'text' || jail.reading.skipped !== undefined) return [];
    const paths = logPaths(text.text);
    const found = paths.flatMap(({ path }) => find(path.value));
    const written = paths.find(({ path }) => find(path.value).length > 0);
    if (written === undefined || !found.every(({ path }) => ofSyslog.has(path))) return [];
    return [{ jail, path: found[0]!.path, place: writtenPlace(setup, jail, 'logpath', written.path) }];
  });
}

function keepsOnlyJournal({ units, journal, os = '' }: Facts): boolean {
  const hasJournal = journal ?? /^(?:(?:debian|raspbian)(?:1[2-9]|[2-9]\d)|fedora(?:[2-9]\d)|arch)/.test(os);
  return hasJournal && units !== undefined && !units.some(unit => /syslog|metalog|socklog/.test(unit));
}
