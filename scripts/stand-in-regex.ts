import { lineMark } from '../src/knowledge/line-mark';
import { opaque } from '../src/text/opaque';

/** `%(name)s`, and tags, which may have tags in their names. */
export const reference = /%\([^()\s]+\)s/y;
export const tag = /(?<!\(\?)<(?:[\w/?=.-]|<[\w/-]+>)+>/y;
const group = /\(\?P<\w+>(?=[^<%]{2})/y;

/** What rules tell the purpose of a regex by: whether it is about logins or bans, and whose log it reads. */
const telling = /sasl|author|auth|log.?in|passw|pwd|\bBan\b|fail2ban|session/iy;
const client = /(?:client\\?: ?|\\?\[(?:\(\?:)?client(?:\|remote\))? )(?=<(?:HOST|ADDR|IP[46])>)/y;
const lighttpd = /_auth\\\.c\\\./y;
/** Behind the name of a program what may stand before its number. */
const afterDaemon = /(?<=<_daemon>)\(\?:\\\(\\S\+\\\)\)\?/y;
const accessLog = /^\^?(?:\\s\*)?(<(?:HOST|ADDR|IP[46])>) (?:\\?-|\\S\+|\.[*+]).*"/;

/**
 * A line of a regex with its tags, groups, references and telling words at the columns where they stand, and all else opaque. Whether it
 * is anchored is kept as well.
 */
export function regexStandIn(key: string, line: string): string {
  if (key === '__pid_re') return String.raw`(?:\[\w+\])`;
  const kept = new Array<string | undefined>(line.length);
  const keep = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) kept[at + index] = text[index]!;
  };
  if (line.startsWith('^')) keep(0, '^');
  if (/(?:^|[^\\])\$$/.test(line)) keep(line.length - 1, '$');
  for (let at = 0; at < line.length; ) {
    const found = [reference, group, tag, client, lighttpd, afterDaemon, telling]
      .map(pattern => ({ pattern, text: match(pattern, line, at) }))
      .find(({ text }) => text !== undefined);
    if (found?.text === undefined) {
      at += line[at] === '\\' ? 2 : 1;
      continue;
    }
    keep(at, found.text);
    at += found.text.length;
    if (found.pattern === group) {
      kept[at + 1] = ')';
      at += 2;
    }
  }
  keepAccessLog(line, kept, keep);
  return mark(line, Array.from(kept, each => each ?? opaque).join(''));
}

/** `<HOST> - - "`, however it is written. */
function keepAccessLog(
  line: string,
  kept: readonly (string | undefined)[],
  keep: (at: number, text: string) => void,
): void {
  const [, host] = accessLog.exec(line) ?? [];
  if (host === undefined) return;
  const behind = line.indexOf(host) + host.length;
  const written = String.raw` \S+`;
  if (kept.slice(behind, behind + written.length).some(each => each !== undefined)) return;
  keep(behind, written);
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
