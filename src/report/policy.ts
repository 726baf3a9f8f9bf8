import type { JailReading } from '../resolve/jail';
import { type ReadOption, textOf } from '../resolve/read-table';
import { printable } from '../text/printable';
import { describeBanTime, describeSeconds } from '../values/duration';
import { parseTime } from '../values/time';

/** What the server takes where a jail doesn't say (server/jail.py and failmanager.py of fail2ban). */
const serverDefaults = { maxretry: 3n, findtime: '600', bantime: '600' } as const;

/** What a jail does, in one line: `5 failures in 10 minutes ban for 1 hour`. */
export function policyInWords({ options, errors }: JailReading): string {
  if (errors.length > 0) return 'cannot be read';
  const maxretry = options.get('maxretry')?.value;
  const failures =
    maxretry === undefined ? serverDefaults.maxretry : maxretry.kind === 'int' ? maxretry.value : undefined;
  const within = seconds(options, 'findtime');
  const ban = seconds(options, 'bantime');
  if (failures === undefined || within === undefined || ban === undefined) return 'a value cannot be read';
  const count = `${failures} failure${failures === 1n ? '' : 's'}`;
  const verb = failures === 1n ? 'bans' : 'ban';
  return printable(`${count} in ${describeSeconds(within)} ${verb} ${describeBanTime(ban)}`);
}

function seconds(options: ReadonlyMap<string, ReadOption>, name: 'findtime' | 'bantime'): number | undefined {
  const time = parseTime(options.has(name) ? textOf(options, name) : serverDefaults[name]);
  return time.kind === 'seconds' ? time.seconds : undefined;
}
