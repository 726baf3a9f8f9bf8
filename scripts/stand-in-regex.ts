import { lineMark } from '../src/knowledge/line-mark';
import { opaque } from '../src/text/opaque';

/** `%(name)s`, and tags, which may have tags in their names. */
export const reference = /%\([^()\s]+\)s/y;
export const tag = /<(?:[\w/?=.-]|<[\w/-]+>)+>/y;
const group = /\(\?P<(\w+)>/y;

/** What rules tell the purpose of a regex by: whether it is about logins or bans, and whose log it reads. */
const telling = /sasl|author|auth|log.?in|passw|pwd|\bBan\b|fail2ban|session/iy;
const client = /(?:client\\?: ?|\[(?:\(\?:)?client(?:\|remote\))? )(?=<(?:HOST|ADDR|IP[46])>)/y;
const lighttpd = /_auth\\\.c\\\./y;
const accessLog = /^\^?(?:\\s\*)?<(?:HOST|ADDR|IP[46])> (?:\\?-|\\S\+|\.[*+]).*"/;
/** Behind the name of a program its number, or what it says about itself. */
const afterDaemon = /(?<=<_daemon>)\(\?:\\\(/y;

/** A line of a regex: the tags, groups, references and telling words it has, in their order, and whether it is anchored. */
export function regexStandIn(key: string, line: string): string {
  if (key === '__pid_re') return String.raw`(?:\[[0-9]+\])`;
  const parts: string[] = [];
  const isAccess = accessLog.test(line);
  for (let at = 0; at < line.length; ) {
    const named = match(group, line, at);
    const known = named === undefined ? keptAt(line, at) : undefined;
    if (named !== undefined) parts.push(`${named}${opaque})`);
    else if (known !== undefined) parts.push(...known.parts);
    else if (parts.at(-1) !== opaque) parts.push(opaque);
    at += named?.length ?? known?.length ?? (line[at] === '\\' ? 2 : 1);
    if (isAccess && parts.length > 0 && /^<(?:HOST|ADDR|IP[46])>$/.test(parts.at(-1)!))
      parts.push(String.raw` \S+ `);
  }
  if (!parts.includes(opaque)) return parts.join('');
  const start = line.startsWith('^') ? '^' : '';
  const end = /(?:^|[^\\])\$$/.test(line) ? '$' : '';
  return `${start}${parts.join('')}${isAccess ? '"' : ''}${lineMark(line)}${end}`;
}

function keptAt(line: string, at: number): { parts: readonly string[]; length: number } | undefined {
  const found =
    match(reference, line, at) ?? (line.slice(at - 2, at) === '(?' ? undefined : match(tag, line, at));
  if (found !== undefined) return { parts: [found], length: found.length };
  const caller = match(client, line, at);
  if (caller !== undefined) return { parts: ['client: '], length: caller.length };
  const module = match(lighttpd, line, at);
  if (module !== undefined) return { parts: [String.raw`_auth\.c\.`], length: module.length };
  const daemon = match(afterDaemon, line, at);
  if (daemon !== undefined) return { parts: [String.raw`(?:\(\S+\))?`, opaque], length: daemon.length };
  const word = match(telling, line, at);
  return word === undefined ? undefined : { parts: [word, opaque], length: word.length };
}

/** What a sticky pattern matches at an offset. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
