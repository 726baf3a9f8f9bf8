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
