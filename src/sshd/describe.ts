import { closestName } from '../text/closest-name';
import { excerpt } from '../text/excerpt';
import { keywords } from './keywords';
import type { SshdDirective } from './read';
import type { Refusal } from './refusal';
import { shadowedLines } from './shadowed';
import type { Sshd } from './sshd';

/** A line as a message quotes it. */
export function describeLine({ name, value }: SshdDirective): string {
  return `${excerpt(name)}${value === '' ? '' : ` ${excerpt(value)}`}`;
}

/** A choice of several words, as guides show it. */
const choice = /^[\w-]+(?:\s*[|/]\s*|\s+or\s+)[\w-]+(?:(?:\s*[|/]\s*|\s+or\s+)[\w-]+)*$/i;

/** What is wrong with a line, with its keyword and what may have been meant. */
export function describeRefusal({ directive, message, suggestion, code }: Refusal): string {
  if (directive === undefined) return message;
  const { name, value, keyword } = directive;
  if (keywords.has(keyword) && value.length < 100 && choice.test(value) && code === undefined)
    return `${name} ${value}: this is a choice copied from a guide, of which one has to be taken`;
  const meant = code === 'unknown-keyword' ? suggestKeyword(name) : suggestion;
  return `${excerpt(name)}: ${message}${meant === undefined ? '' : ` - did you mean ${meant}?`}`;
}

/** The keyword that was probably meant; undefined where none is close. */
export function suggestKeyword(name: string): string | undefined {
  const current = [...keywords.values()].filter(each => each.kind === 'current');
  return closestName(name, ['Match', 'Include', ...current.map(each => each.name)]);
}

/** The lines that never take effect, whoever connects, and why. */
export function idleLines(
  sshd: Sshd,
): readonly { readonly line: SshdDirective; readonly why: string; readonly winner?: SshdDirective }[] {
  const passed = new Set<SshdDirective>();
  for (const { directive } of sshd.walk.steps) {
    const kind = keywords.get(directive.keyword)?.kind ?? 'current';
    if (kind !== 'current' && kind !== 'alias') passed.add(directive);
  }
  const shadowed = shadowedLines(sshd).map(({ line, winner, isFirst }) => ({
    line,
    winner,
    why: isFirst ? 'set before' : 'set again later',
  }));
  return [...shadowed, ...[...passed].map(line => ({ line, why: 'sshd passes over it' }))];
}
