import { portNumbers } from '../knowledge/port-names';
import type { ActionUse } from '../resolve/jail';
import { failregexOf } from './failregex';
import type { Jail } from './model';

/** Two jails that find the same failures in the same log and act alike. */
export interface SameWork {
  /** The one that comes first, and the one that adds nothing to it. */
  readonly first: Jail;
  readonly second: Jail;
}

/**
 * Enabled jails that do the work of an earlier one. Jails that count over another time or ban for another time are staged on
 * purpose, and so nothing is said of them.
 */
export function findSameWork(jails: readonly Jail[]): readonly SameWork[] {
  const byFilter = new Map<string, Jail[]>();
  const found: SameWork[] = [];
  for (const jail of jails) {
    const key = filterKey(jail);
    if (key === undefined) continue;
    const others = byFilter.get(key) ?? [];
    byFilter.set(key, others);
    const first = others.find(
      other => sharesLog(jail, other) && sharesPort(jail, other) && actionNames(jail) === actionNames(other),
    );
    if (first !== undefined) found.push({ first, second: jail });
    // a tree with a thousand jails of one filter is not searched in full
    if (others.length < 50) others.push(jail);
  }
  return found;
}

/** Everything on which depends what a jail finds and how long it remembers, but its log. */
function filterKey(jail: Jail): string | undefined {
  const { enabled, reading } = jail;
  const { filter, options, skipped } = reading;
  if (!enabled || skipped !== undefined || filter === undefined || failregexOf(jail) === '') return undefined;
  const regexes = ['prefregex', 'ignoreregex', 'maxlines', 'datepattern'].map(
    option => (options.get(option)?.value.text ?? filter.texts.get(option))?.value ?? '',
  );
  const times = ['findtime', 'bantime', 'bantime.increment', 'ignorecommand'].map(
    option => jail.text(option) ?? '',
  );
  return [filter.name.value, failregexOf(jail), ...regexes, ...times].join('\0');
}

function sharesLog(one: Jail, other: Jail): boolean {
  const journals = [one, other].map(jail => (jail.text('backend') ?? '').startsWith('systemd'));
  if (journals[0] !== journals[1]) return false;
  if (journals[0]) return journalOf(one) === journalOf(other);
  const logs = new Set(logsOf(one));
  return logsOf(other).some(log => logs.has(log));
}

function journalOf({ reading: { options, filter } }: Jail): string {
  return (options.get('journalmatch')?.value.text ?? filter?.texts.get('journalmatch'))?.value ?? '';
}

function logsOf(jail: Jail): readonly string[] {
  const paths = (jail.text('logpath') ?? '').split('\n');
  return paths.map(path => path.trim().replace(/\s+(?:head|tail)$/, '')).filter(path => path !== '');
}

/** Jails for ports of their own may be meant; one that says nothing about ports shares them all. */
function sharesPort(one: Jail, other: Jail): boolean {
  const [ports, others] = [one, other].map(jail => new Set(portNumbers(jail.text('port') ?? '')));
  return ports!.size === 0 || others!.size === 0 || [...ports!].some(port => others!.has(port));
}

/** The actions by name; what they are passed is the name and the ports of the jail as a rule. */
function actionNames({ reading }: Jail): string {
  return reading.actions.map((action: ActionUse) => action.name.value).join(' ');
}
