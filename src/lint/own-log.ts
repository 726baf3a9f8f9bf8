import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';

/** Where fail2ban writes what it does. */
export interface OwnLog {
  /** A path, or in capitals what stands for something else: `SYSLOG`, `SYSTEMD-JOURNAL`, `STDERR`. */
  readonly target: string;
  readonly setting: Setting | undefined;
}

/** The effective `logtarget`, without the options that may stand behind it in brackets (server/server.py). */
export function ownLog({ daemon }: Setup): OwnLog {
  const read = daemon.options.get('logtarget');
  const target = (read?.value.text?.value ?? '').replace(/\[.*$/s, '').trim();
  return { target: target.startsWith('/') ? target : target.toUpperCase(), setting: read?.setting };
}
