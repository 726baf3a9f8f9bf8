import { meantService, portNumbers } from '../knowledge/port-names';
import { isSpace } from '../text/python-space';
import type { Span } from '../text/span';

/**
 * How a command takes its ports. `multiport`: `-m multiport --dports` of iptables; `oneport`: `--dport` of iptables; `set`: between
 * braces, as nft does.
 */
export type PortForm = 'multiport' | 'oneport' | 'set';

/** What is wrong with a list of ports, and where in its text. */
export interface PortFault extends Span {
  /** In words that follow the ports. */
  readonly reason: string;
  readonly suggestion: string | undefined;
}

/** A list of multiport has room for this many; a range takes two (libxt_multiport). */
const mostPorts = 15;

/** The first fault of a list of ports for a command of one form; undefined where the command takes it. Names of services that are not known may exist on the host. */
export function findPortFault(text: string, form: PortForm): PortFault | undefined {
  const items = itemsOf(text);
  for (const item of items) {
    const fault = itemFault(item.value, form);
    if (fault !== undefined) return { ...fault, start: item.start, end: item.end };
  }
  const whole = { start: 0, end: text.length };
  if (form !== 'set') {
    const blank = findBlank(text);
    if (blank !== undefined)
      return {
        ...whole,
        reason: 'has blanks, which end the list',
        suggestion: items.map(({ value }) => value).join(','),
      };
  } else if (
    items.some((item, index) => index > 0 && !text.slice(items[index - 1]!.end, item.start).includes(','))
  ) {
    return {
      ...whole,
      reason: 'has blanks in place of commas',
      suggestion: items.map(({ value }) => value).join(','),
    };
  }
  const count = form === 'multiport' && items.length * 2 > mostPorts ? placesTaken(items) : 0;
  if (count > mostPorts)
    return {
      ...whole,
      reason: `has ${count} ports, and ${mostPorts} is the most multiport takes (a range counts as two)`,
      suggestion: undefined,
    };
  if (form === 'oneport' && items.length > 1)
    return { ...whole, reason: 'is a list, and --dport takes one port or range', suggestion: undefined };
  return undefined;
}

/** How many ports multiport counts. */
function placesTaken(items: readonly { readonly value: string }[]): number {
  return items.reduce((sum, { value }) => sum + (/[:-]/.test(value.replace(/[a-z][\w-]*/gi, '')) ? 2 : 1), 0);
}

/** More faults nobody makes in one list. */
const mostFaults = 30;

/** A list with all its faults mended; `isGuess` where that takes more than writing the same ports in another way. */
export interface MendedPorts {
  readonly text: string;
  readonly isGuess: boolean;
}

/** The list that was meant; undefined where that can't be told of one of its faults. */
export function mendPorts(text: string, form: PortForm): MendedPorts | undefined {
  let mended = text;
  let isGuess = false;
  for (let count = 0; count < mostFaults; count++) {
    const fault = findPortFault(mended, form);
    if (fault === undefined) return { text: mended, isGuess };
    const { start, end, suggestion } = fault;
    if (suggestion === undefined) return undefined;
    const [before, now, behind] = [mended.slice(0, start), mended.slice(start, end), mended.slice(end)];
    const isOther = plainPorts(now) !== plainPorts(suggestion);
    isGuess ||= isOther;
    const isThere = isOther && portNumbers(`${before} ${behind}`).includes(portNumbers(suggestion)[0] ?? '');
    mended = isThere ? joinLists(before, behind) : before + suggestion + behind;
  }
  return undefined;
}

/** The ports without the signs between them. */
function plainPorts(list: string): string {
  return list.replace(/[-:,\s]+/g, ' ').trim();
}

function joinLists(before: string, behind: string): string {
  return before === '' ? behind.replace(/^[,\s]+/, '') : before.replace(/[,\s]+$/, '') + behind;
}

function itemsOf(text: string): readonly (Span & { readonly value: string })[] {
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: value, index }) => ({
    value,
    start: index,
    end: index + value.length,
  }));
}

function findBlank(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) if (isSpace(text.charCodeAt(at))) return at;
  return undefined;
}

type ItemFault = Omit<PortFault, 'start' | 'end'>;

function itemFault(item: string, form: PortForm): ItemFault | undefined {
  const [, from, sign, to] = /^(\d+)([:-])(\d+)$/.exec(item) ?? [];
  if (from !== undefined && to !== undefined) {
    if (Number(from) > 65535 || Number(to) > 65535) return tooLarge;
    if (Number(from) > Number(to))
      return { reason: 'is a range that ends before it begins', suggestion: `${to}:${from}` };
    if (sign === '-' && form !== 'set')
      return { reason: 'is no range to iptables, which writes it with a colon', suggestion: `${from}:${to}` };
    return undefined;
  }
  if (/^\d+$/.test(item)) return Number(item) > 65535 ? tooLarge : undefined;
  return nameFault(item);
}

const tooLarge: ItemFault = { reason: 'is no port: 65535 is the last', suggestion: undefined };

function nameFault(name: string): ItemFault | undefined {
  const lower = name.toLowerCase();
  if (/^(?:all|any)$/.test(lower))
    return {
      reason: 'is no port; for all ports use the banaction for all ports, or 0:65535',
      suggestion: undefined,
    };
  if (/["'`;<>()[\]{}|&$=\\]/.test(name)) return { reason: 'is no port or service', suggestion: undefined };
  const meant = meantService(name);
  return meant === undefined ? undefined : { reason: 'is no service', suggestion: meant };
}
