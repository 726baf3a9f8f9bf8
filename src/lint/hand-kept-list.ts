import { failregexOf } from './failregex';
import type { Jail } from './model';

/**
 * Whether somebody decides by hand whom a jail bans: it has no regex and is only told by `fail2ban-client set JAIL banip`, or it
 * reads a list (below /etc, or called a black list or the like) in place of a log.
 */
export function isHandKeptList(jail: Jail): boolean {
  if (failregexOf(jail).trim() === '') return true;
  const paths = (jail.text('logpath') ?? '').split('\n').filter(path => path !== '');
  return paths.length > 0 && paths.every(path => /^\/etc\/|(?:black|block|deny|ban)[-_.]?list/i.test(path));
}

/** Whether a jail without a regex is there for bans that are made by hand, judged by its name and by a log that holds nothing. */
export function isBannedByHand(jail: Jail): boolean {
  const names = [jail.name, jail.reading.filter?.name.value ?? ''];
  if (
    names.some(name =>
      /manual|by-?hand|dummy|none|empty|(?:black|block|deny|ban|banned)[-_.]?(?:list|ip)/i.test(name),
    )
  )
    return true;
  return (jail.text('logpath') ?? '').split('\n').some(path => path.trim() === '/dev/null');
}
