import type { SshdConfig, SshdDirective } from './read';

/** Which lines of an sshd_config count; `Include` is not followed. */
export interface EffectiveLines {
  /**
   * The line of a keyword (in lower case) that counts for everybody, or with a `Match` line for whom that applies to. The first
   * value wins; what stands in a block, `Match all` among them, beats what stands outside (sshd_config(5)).
   */
  line(keyword: string, match?: SshdDirective): SshdDirective | undefined;
  /** Whether a line, or where there is none the default, might give way to a file that is included above it. */
  mayBeOverruled(line: SshdDirective | undefined): boolean;
}

/** Spellings of old that mean the same (servconf.c of OpenSSH). */
const aliases: ReadonlyMap<string, string> = new Map([
  ['challengeresponseauthentication', 'kbdinteractiveauthentication'],
  ['skeyauthentication', 'kbdinteractiveauthentication'],
]);

export function effectiveLines({ directives }: SshdConfig): EffectiveLines {
  const blocks = new Map<SshdDirective | 'all' | undefined, Map<string, SshdDirective>>();
  for (const directive of directives) {
    if (directive.words.length === 0) continue;
    const { match } = directive;
    const key = match !== undefined && isMatchAll(match) ? 'all' : match;
    const block = blocks.get(key) ?? new Map<string, SshdDirective>();
    blocks.set(key, block);
    const keyword = aliases.get(directive.keyword) ?? directive.keyword;
    if (!block.has(keyword)) block.set(keyword, directive);
  }
  const include = blocks.get(undefined)?.get('include')?.keywordSpan.start ?? Infinity;
  return {
    line(keyword, match) {
      const forAll = blocks.get('all')?.get(keyword);
      const own = match && blocks.get(match)?.get(keyword);
      return firstOf(own, forAll) ?? blocks.get(undefined)?.get(keyword);
    },
    mayBeOverruled: line => include < (line?.keywordSpan.start ?? Infinity),
  };
}

function firstOf(a: SshdDirective | undefined, b: SshdDirective | undefined): SshdDirective | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.keywordSpan.start < b.keywordSpan.start ? a : b;
}

/** Whether a `Match` line applies to everybody. */
export function isMatchAll({ words }: SshdDirective): boolean {
  return words.length === 1 && words[0]?.toLowerCase() === 'all';
}

/** Whether root may be among those a `Match` line applies to. Groups are taken for those of other people. */
export function concernsRoot({ words }: SshdDirective): boolean {
  for (let at = 0; at < words.length; at++) {
    const [criterion = '', glued] = words[at]!.toLowerCase().split('=');
    if (criterion === 'all') continue;
    const patterns = (glued ?? words[++at] ?? '').split(',');
    const named = patterns.some(pattern => pattern === '*' || pattern === 'root');
    if (criterion === 'group' && !named) return false;
    if (criterion === 'user' && (!named || patterns.includes('!root'))) return false;
  }
  return true;
}
