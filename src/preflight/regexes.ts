import { wordsOf } from '../knowledge/options';
import { isAtLeast, type Release } from '../knowledge/release';
import { stockRegexFailureId } from '../knowledge/stock-regex';
import { checkFailregex, type FailregexKind } from '../regex/failregex';
import type { Text } from '../text/text';
import { accepted, type Refusal } from './refusal';

/** What a jail's filter has been told so far that matters to its regexes. */
export interface RegexState {
  useDns: string;
  maxlines: number;
  prefregexHasFailureId: boolean;
}

export function freshRegexState(): RegexState {
  return { useDns: 'warn', maxlines: 1, prefregexHasFailureId: false };
}

const useDnsWords: ReadonlySet<string> = new Set(wordsOf('jail', 'usedns'));

/** `usedns`: an unknown word counts as `no` (`setUseDns` of server/filter.py). */
export function setUseDns(state: RegexState, value: string): void {
  const word = value.toLowerCase();
  state.useDns = useDnsWords.has(word) ? word : 'no';
}

/** One regex as the server takes it, after the client has put in the tags of the filter. A prefregex goes into the state. */
export function checkRegex(
  kind: FailregexKind,
  text: Text,
  state: RegexState,
  release: Release,
): readonly Refusal[] {
  const localFlags = isAtLeast(release, '1.0');
  const stock = stockRegexFailureId(text.value, localFlags);
  if (stock !== undefined && (stock || kind !== 'failregex' || state.prefregexHasFailureId)) {
    if (kind === 'prefregex') state.prefregexHasFailureId = stock;
    return accepted;
  }
  const checked = checkFailregex(text.value, {
    kind,
    useDns: state.useDns,
    maxlines: state.maxlines,
    prefregexHasFailureId: state.prefregexHasFailureId,
    localFlags,
  });
  // a refused prefregex is one fault, not one for each failregex that counts on it
  if (kind === 'prefregex') state.prefregexHasFailureId = !checked.ok || checked.hasFailureId;
  if (checked.ok) return accepted;
  const { code, message, start, end } = checked;
  if (code === 'no-failure-id') {
    return [
      {
        code,
        rule: 'filter/no-host',
        message: 'this failregex has nothing that says whom to ban',
        advice: 'put <HOST> where the address stands',
        text,
        ...hostMend(text.value),
      },
    ];
  }
  return [
    {
      code: 'regex',
      rule: kind === 'ignoreregex' ? 'filter/bad-ignoreregex' : 'filter/bad-regex',
      message: `${kind} does not compile: ${message}`,
      text,
      start,
      end,
      ...(code === 'unknown-extension' && groupMend(text.value, start)),
    },
  ];
}

/** How other programs, and fail2ban before 0.10, write the address. */
const foreignHost = /<(?:host|IP|ip|addr|ADDRESS|IPADDR)>|\(\?P<(?:host|ip|addr)>[^()]*\)/g;

function hostMend(regex: string): Pick<Refusal, 'mend'> {
  const [found, second] = regex.matchAll(foreignHost);
  if (found === undefined || second !== undefined) return {};
  return { mend: { start: found.index, end: found.index + found[0].length, by: '<HOST>' } };
}

/** Perl and others leave out the P of a named group. */
function groupMend(regex: string, start: number): Pick<Refusal, 'mend'> {
  const at = regex.lastIndexOf('(?<', start + 2);
  if (at < 0 || at < start - 3 || !/^\(\?<\w+>/.test(regex.slice(at))) return {};
  return { mend: { start: at, end: at + 3, by: '(?P<' } };
}
