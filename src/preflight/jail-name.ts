import { isAtLeast, type Release } from '../knowledge/release';
import type { Command } from '../resolve/command';
import { isLogLevel } from '../resolve/daemon';
import { quote } from '../text/excerpt';
import { parseTime } from '../values/time';
import type { ServerState } from './daemon-checks';
import type { Refusal } from './refusal';

const settings = ['loglevel', 'logtarget', 'syslogsocket', 'thread', 'dbfile', 'dbmaxmatches', 'dbpurgeage'];

/** Whether the server takes `set NAME …` for a setting of its own, so that nothing of the jail reaches it. */
export function isDaemonSetting(name: string, release: Release): boolean {
  return settings.includes(name) || (name === 'allowipv6' && isAtLeast(release, '1.0'));
}

/** A jail no `add` is allowed for (server/transmitter.py). */
export function checkJailName(name: string): readonly Refusal[] {
  return name === '--all' ? [reserved(name, 'it stands for all jails')] : [];
}

/** A command for a jail that is named like a setting of the daemon: the name of the option becomes its value. */
export function checkMistakenCommand(command: Command, { hasDatabase }: ServerState): readonly Refusal[] {
  const name = String(command[1]);
  const option = String(command[2]);
  const works = {
    loglevel: isLogLevel(option),
    thread: false,
    dbfile: !hasDatabase && option.toLowerCase() === 'none',
    dbmaxmatches: !hasDatabase,
    dbpurgeage: !hasDatabase || parseTime(option).kind !== 'refused',
  }[name];
  return works === false ? [reserved(name, 'it is the name of a setting of fail2ban itself')] : [];
}

function reserved(name: string, why: string): Refusal {
  return {
    code: 'reserved-jail-name',
    rule: 'jail/reserved-name',
    message: `a jail can't be named ${quote(name)}: ${why}`,
    advice: 'give the section another name',
  };
}
