import { namesOfFormat } from '../knowledge/options';
import { parseExactInteger, suggestInteger } from './integer';

/** What is wrong with a number, in words that follow its value. */
export interface NumberFault {
  /** `type`: no number at all. `range`: one fail2ban refuses. `list`: something else than a list of numbers. */
  readonly kind: 'type' | 'range' | 'list';
  readonly reason: string;
  /** `refused`: the server takes no further command and ends. `dropped`: as if the option were not set. */
  readonly effect: 'refused' | 'dropped';
  readonly suggestion: string | undefined;
}

/** Options whose value is a whole number, or a list of such. */
export const numberOptions: readonly string[] = namesOfFormat('integer', 'integers');

/**
 * What is wrong with the text of one of `numberOptions`; undefined for a number fail2ban takes. Limits from section 14 of the
 * semantics reference, measured with the server of 1.0.2: maxlines above zero, stacksize 0 or at least 32.
 */
export function findNumberFault(option: string, text: string): NumberFault | undefined {
  if (option === 'bantime.multipliers') return findListFault(text);
  const number = parseExactInteger(text);
  if (number === undefined) {
    const effect = option === 'maxlines' ? 'dropped' : 'refused';
    return { kind: 'type', reason: 'is not a whole number', effect, suggestion: suggestInteger(text) };
  }
  const limit = limits.get(option);
  if (limit === undefined || limit.allows(number)) return undefined;
  return { kind: 'range', reason: limit.reason, effect: 'refused', suggestion: undefined };
}

const limits = new Map([
  ['maxlines', { allows: (number: bigint) => number > 0n, reason: 'is not a number above zero' }],
  [
    'stacksize',
    { allows: (number: bigint) => number === 0n || number >= 32n, reason: 'is neither 0 nor at least 32' },
  ],
]);

/** The server splits at every single blank; an empty text is no list and counts as not set. */
function findListFault(text: string): NumberFault | undefined {
  if (text === '' || text.split(' ').every(word => parseExactInteger(word) !== undefined)) return undefined;
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  const isList = words.every(word => parseExactInteger(word) !== undefined);
  return {
    kind: 'list',
    reason: 'is not a list of whole numbers with one blank between them',
    effect: 'refused',
    suggestion: isList ? words.join(' ') : undefined,
  };
}
