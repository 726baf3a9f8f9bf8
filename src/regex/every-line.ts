import { checkFailregex } from './failregex';
import type { RegexNode, Sequence } from './tree';

/** What an ignoreregex matches that makes it useless: every line, or every line that has an address in it. */
export type Coverage = 'every-line' | 'every-address';

/** Whether an ignoreregex, as the server gets it, matches whatever comes; undefined where it asks for something, or is refused. */
export function coverageOf(text: string): Coverage | undefined {
  if (text === '') return undefined;
  const bare = text.replace(/<(?:HOST|ADDR|SUBNET|IP4|IP6|DNS)>/g, '.+');
  const checked = checkFailregex(bare, { kind: 'ignoreregex' });
  const regex = checked.ok ? checked.expanded?.regex : undefined;
  if (!regex?.ok || !regex.tree.branches.some(takesAnything)) return undefined;
  return bare === text ? 'every-line' : 'every-address';
}

/** `^`, `.*`, `a?`, `x*$`: nothing in it has to stand in a line. Between `^` and `$` something must take all the rest. */
function takesAnything({ items }: Sequence): boolean {
  const isAnchored = items[0]?.kind === 'position' && items[0].at === 'line-start';
  const last = items.at(-1);
  const hasEnd = last !== undefined && endsLine(last);
  const middle = items.slice(isAnchored ? 1 : 0, hasEnd ? -1 : undefined);
  if (isAnchored && hasEnd && !middle.some(takesRest)) return false;
  return middle.every(item => takesAll(item) || isOptional(item));
}

function endsLine(node: RegexNode): boolean {
  return node.kind === 'position' && (node.at === 'line-end' || node.at === 'text-end');
}

/** `.`, `.*`, `.+`. */
function takesAll(node: RegexNode): boolean {
  return node.kind === 'any' || takesRest(node);
}

function takesRest(node: RegexNode): boolean {
  return (
    node.kind === 'repeat' &&
    node.item.kind === 'any' &&
    node.min <= 1 &&
    node.max === Number.POSITIVE_INFINITY
  );
}

function isOptional(node: RegexNode): boolean {
  if (node.kind === 'repeat') return node.min === 0;
  return (
    node.kind === 'group' &&
    node.body.branches.some(branch => branch.items.every(item => takesAll(item) || isOptional(item)))
  );
}
