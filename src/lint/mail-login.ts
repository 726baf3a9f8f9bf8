import { findsMailLogins } from '../knowledge/mail-filters';
import { failregexOf } from './failregex';
import type { Jail } from './model';

/** Whether a jail bans people who fail to log in to their mail, judged by its filter and not by its own name. */
export function isMailLogin(jail: Jail): boolean {
  const { filter } = jail.reading;
  return filter !== undefined && findsMailLogins(filter.name.value, failregexOf(jail));
}
