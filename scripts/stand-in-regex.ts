import { lineMark } from '../src/knowledge/line-mark';
import { opaque } from '../src/text/opaque';

/** `%(name)s`, and tags, which may have tags in their names. */
export const reference = /%\([^()\s]+\)s/y;
export const tag = /(?<!\(\?)<(?:[\w/?=.-]|<[\w/-]+>)+>/y;
const group = /\(\?P<\w+>/y;

/** What rules tell the purpose of a regex by: whether it is about logins or bans, and whose log it reads. */
const telling = /sasl|author|auth|log.?in|passw|pwd|\bBan\b|fail2ban|session/iy;
const client = /(?:client\\?: ?|\\?\[(?:\(\?:)?client(?:\|remote\))? )(?=<(?:HOST|ADDR|IP[46])>)/y;
const lighttpd = /_auth\\\.c\\\./y;
/** Behind the name of a program what may stand before its number. */
const afterDaemon = /(?<=<_daemon>)\(\?:\\\(\\S\+\\\)\)\?/y;
const accessLog = /^(\^?(?:\\s\*)?)(<(?:HOST|ADDR|IP[46])>)( (?:\\?-|\\S\+|\.[*+])).*"/;

const flags = /\(\?[aiLmsux-]+\)/y;
/** What opens a group; the `)` of a condition is not its end. */
const opener = /\((?:\?(?:\(\w+\)|P=\w+(?=\))|<?[=!]|[aiLmsux-]*:|>)?)?/y;

/**
 * A line of a regex with its tags, references, groups, brackets and telling words at the columns where they stand, and all else opaque.
 * Whether it is anchored is kept as well.
 */
export function regexStandIn(key: string, line: string): string {
  if (key === '__pid_re') return String.raw`(?:\[\w+\])`;
  const kept = new Array<string>(line.length).fill(opaque);
  const keep = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) kept[at + index] = text[index]!;
  };
  if (line.startsWith('^')) keep(0, '^');
  if (/(?:^|[^\\])\$$/.test(line)) keep(line.length - 1, '$');
  for (let at = 0; at < line.length; ) {
    const found = [flags, reference, group, tag, client, lighttpd, afterDaemon, telling]
      .map(pattern => match(pattern, line, at))
      .find(text => text !== undefined);
    const opened = found === undefined && line[at] === '(' ? match(opener, line, at) : undefined;
    const end = found ?? (line[at] === ')' ? ')' : undefined);
    if (end !== undefined) {
      keep(at, end);
      if (/[?*+]/.test(line[at + end.length] ?? '')) keep(at + end.length, line[at + end.length]!);
    } else if (line[at] === '[') {
      const close = endOfClass(line, at);
      keep(at, '[');
      keep(close - 1, ']');
      at = close;
      continue;
    } else if (opened !== undefined) {
      keep(at, opened.startsWith('(?') ? '(?:' : '(');
    }
    at += found?.length ?? opened?.length ?? (line[at] === '\\' ? 2 : 1);
  }
  keepAccessLog(line, keep);
  return mark(line, kept.join(''));
}

/** Where a set of characters ends; one that doesn't is as long as its bracket. */
function endOfClass(line: string, start: number): number {
  for (let at = start + (line[start + 1] === '^' ? 3 : 2); at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === ']') return at + 1;
  }
  return start + 1;
}

/** `<HOST> - - "`, however it is written. */
function keepAccessLog(line: string, keep: (at: number, text: string) => void): void {
  const [, start = '', host = '', next = ''] = accessLog.exec(line) ?? [];
  if (host === '') return;
  keep(0, start + host + next);
  keep(line.lastIndexOf('"'), '"');
}

/** The longest opaque part holds the mark of the line. */
function mark(line: string, standIn: string): string {
  const runs = [...standIn.matchAll(/\ufdd0+/g)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  const written = lineMark(line);
  if (longest === undefined || longest[0].length <= written.length) return standIn;
  const at = longest.index + 1;
  return standIn.slice(0, at) + written + standIn.slice(at + written.length);
}

/** What a sticky pattern matches at an offset. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
