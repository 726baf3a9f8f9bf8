import {
  actionOptions,
  daemonOptions,
  earlyDaemonOptions,
  filterOptions,
  jailOptions,
  threadOptions,
} from './reader-options';
import { findRelease } from './release';

const newest = findRelease('master')!;

const optionNames: ReadonlySet<string> = new Set(
  [
    jailOptions(newest),
    filterOptions,
    actionOptions,
    earlyDaemonOptions,
    daemonOptions(newest),
    threadOptions,
  ].flatMap(options => options.map(option => option.name)),
);

/** Whether some reader of fail2ban, of the newest release, asks for an option of this name, in whatever letter case. */
export function isOptionName(name: string): boolean {
  return optionNames.has(name.toLowerCase());
}
