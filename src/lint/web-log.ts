import { failregexOf } from './failregex';
import type { Jail } from './model';

/** The two logs of a web server: requests, and what went wrong with them. */
export type WebLog = 'access' | 'error';

/** `client: <HOST>` of nginx, `[client <HOST>]` of Apache, `http_auth.c.N)` of lighttpd. */
const inErrorLog = /_auth\\\.c\\\.|(?:client\\?: ?|\[(?:\(\?:)?client(?:\|remote\))? )<(?:HOST|ADDR|IP[46])>/;
/** `<HOST> - - [] "GET`: the common log format, from which the date has been taken. */
const inAccessLog = /^\^?(?:\\s\*)?<(?:HOST|ADDR|IP[46])> (?:\\?-|\\S\+|\.[*+]).*"/;

/** The log whose lines a jail's filter matches, by what its regexes look like; undefined where that doesn't tell. */
export function wantedWebLog(jail: Jail): WebLog | undefined {
  const prefix = jail.reading.filter?.texts.get('prefregex')?.value;
  const lines = (prefix || failregexOf(jail)).split('\n').filter(line => line !== '');
  if (lines.length === 0) return undefined;
  if (lines.every(line => inErrorLog.test(line))) return 'error';
  return lines.every(line => inAccessLog.test(line) && !inErrorLog.test(line)) ? 'access' : undefined;
}

/** The log a path is, by the name of the file; undefined where that doesn't tell. */
export function webLogOf(path: string): WebLog | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isAccess = /access/i.test(name);
  if (isAccess === /error/i.test(name)) return undefined;
  return isAccess ? 'access' : 'error';
}
