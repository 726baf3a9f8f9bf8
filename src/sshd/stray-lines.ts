import { isForAll } from './evaluate';
import { keywords } from './keywords';
import type { SshdDirective } from './read';
import type { Sshd } from './sshd';

/** A line below a `Match` line that looks as if it was meant for everybody. */
export interface StrayLine {
  readonly line: SshdDirective;
  readonly match: SshdDirective;
  /** How it shows: sshd refuses it there; it isn't indented as the block is; or an empty line stands between. */
  readonly sign: 'refused' | 'not indented' | 'set apart';
}

/** Settings people harden sshd with; each makes sense for everybody. */
const hardening: ReadonlySet<string> = new Set([
  'permitrootlogin',
  'passwordauthentication',
  'kbdinteractiveauthentication',
  'permitemptypasswords',
  'pubkeyauthentication',
  'maxauthtries',
  'loglevel',
  'allowusers',
  'allowgroups',
  'denyusers',
  'denygroups',
  'clientaliveinterval',
  'clientalivecountmax',
]);

/**
 * Lines that ended up in a block, as `Match` holds to the next `Match` or the end of the file. Only in the file of the `Match` line:
 * what is included there was put there.
 */
export function strayLines({ walk: { steps } }: Sshd): readonly StrayLine[] {
  const found: StrayLine[] = [];
  const seen = new Set<SshdDirective>();
  let current: SshdDirective | undefined;
  let isIndented = false;
  let isApart = false;
  let last: SshdDirective | undefined;
  for (const { directive: line, block } of steps) {
    const match = block?.match;
    if (match !== undefined && match.file !== line.file) continue;
    if (match !== current || line === match) {
      [current, isIndented, isApart, last] = [match, false, false, undefined];
    }
    if (match === undefined || block === undefined || line === match || isForAll(block)) continue;
    const isDeeper = line.indent.length > match.indent.length;
    if (last !== undefined && isEmptyBetween(last, line)) isApart = true;
    if (isDeeper) isIndented = true;
    const sign = signOf(line, isDeeper, isIndented, isApart);
    if (sign !== undefined && !seen.has(line)) found.push({ line, match, sign });
    seen.add(line);
    last = line;
  }
  return found;
}

function signOf(
  line: SshdDirective,
  isDeeper: boolean,
  isIndented: boolean,
  isApart: boolean,
): StrayLine['sign'] | undefined {
  const keyword = keywords.get(line.keyword);
  if (keyword !== undefined && !keyword.inMatch) return 'refused';
  if (keyword === undefined && line.keyword !== 'include') return undefined;
  if (isDeeper) return undefined;
  if (isIndented) return 'not indented';
  return isApart && (keyword === undefined || hardening.has(keyword.field)) ? 'set apart' : undefined;
}

/** Whether an empty line stands before a line, and nothing set between it and the last one. */
function isEmptyBetween(last: SshdDirective, line: SshdDirective): boolean {
  return /\n[ \t\r]*\n/.test(line.file.text.slice(last.valueSpan.end, line.keywordSpan.start));
}
