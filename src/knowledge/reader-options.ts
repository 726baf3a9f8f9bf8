import { isAtLeast, type Release } from './release';

/**
 * The options fail2ban's readers ask for, in their order, which is the order of the commands they send. Facts from
 * client/jailreader.py, filterreader.py, actionreader.py and fail2banreader.py.
 */
export interface ReaderOption {
  readonly name: string;
  readonly type: 'text' | 'bool' | 'int';
  /** What the reader takes where nothing is set; undefined: the option is then absent. */
  readonly fallback?: string | boolean;
}

const text = (name: string, fallback?: string): ReaderOption =>
  fallback === undefined ? { name, type: 'text' } : { name, type: 'text', fallback };
const bool = (name: string, fallback?: boolean): ReaderOption =>
  fallback === undefined ? { name, type: 'bool' } : { name, type: 'bool', fallback };
const int = (name: string): ReaderOption => ({ name, type: 'int' });

/** `[Definition]` of a filter. */
export const filterOptions: readonly ReaderOption[] = [
  text('usedns'),
  text('prefregex'),
  text('ignoreregex'),
  text('failregex'),
  int('maxlines'),
  text('datepattern'),
  text('journalmatch'),
];

/** `[Definition]` of an action. */
export const actionOptions: readonly ReaderOption[] = [
  text('actionstart'),
  bool('actionstart_on_demand'),
  text('actionstop'),
  text('actionflush'),
  text('actionreload'),
  text('actioncheck'),
  text('actionrepair'),
  bool('actionrepair_on_unban'),
  text('actionban'),
  text('actionprolong'),
  text('actionreban'),
  text('actionunban'),
  bool('norestored'),
];

/** What is read of every jail, enabled or not. */
export const firstJailOptions: readonly ReaderOption[] = [
  bool('enabled', false),
  text('backend', 'auto'),
  text('filter', ''),
];

/** What is read of an enabled jail. */
export function jailOptions(release: Release): readonly ReaderOption[] {
  return isAtLeast(release, '1.1.1') ? newestJailOptions : olderJailOptions;
}

const olderJailOptions = listJailOptions([]);
const newestJailOptions = listJailOptions([bool('skip_if_nologs', false), bool('systemd_if_nologs', true)]);

function listJailOptions(logOptions: readonly ReaderOption[]): readonly ReaderOption[] {
  return [
    bool('enabled', false),
    text('backend', 'auto'),
    int('maxretry'),
    int('maxmatches'),
    text('findtime'),
    text('bantime'),
    bool('bantime.increment'),
    text('bantime.factor'),
    text('bantime.formula'),
    text('bantime.multipliers'),
    text('bantime.maxtime'),
    text('bantime.rndtime'),
    bool('bantime.overalljails'),
    text('ignorecommand'),
    bool('ignoreself'),
    text('ignoreip'),
    text('ignorecache'),
    text('filter', ''),
    text('logtimezone'),
    text('logencoding'),
    text('logpath'),
    ...logOptions,
    text('action', ''),
    ...filterOptions,
  ];
}

/** `[Definition]` of fail2ban.conf, read before anything else. */
export const earlyDaemonOptions: readonly ReaderOption[] = [
  text('socket', '/var/run/fail2ban/fail2ban.sock'),
  text('pidfile', '/var/run/fail2ban/fail2ban.pid'),
  text('loglevel', 'INFO'),
  text('logtarget', '/var/log/fail2ban.log'),
  text('syslogsocket', 'auto'),
];

/** `[Definition]` of fail2ban.conf. */
export function daemonOptions(release: Release): readonly ReaderOption[] {
  return [
    text('loglevel', 'INFO'),
    text('logtarget', 'STDERR'),
    text('syslogsocket', 'auto'),
    ...(isAtLeast(release, '1.0') ? [text('allowipv6', 'auto')] : []),
    text('dbfile', '/var/lib/fail2ban/fail2ban.sqlite3'),
    int('dbmaxmatches'),
    text('dbpurgeage', '1d'),
  ];
}

/** `[Thread]` of fail2ban.conf. */
export const threadOptions: readonly ReaderOption[] = [int('stacksize')];
