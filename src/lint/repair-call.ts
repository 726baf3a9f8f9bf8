import { parseCall } from '../resolve/parameters';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { splitCalls } from '../resolve/split-calls';
import { madeText, type Text } from '../text/text';
import type { Fix } from './fix';
import { changeOf, replaceWritten, together } from './make-fix';

/** `by` in place of some characters of a value. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

interface Repair {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly decision?: string;
}

/**
 * The fix for calls of a filter or of actions that fail2ban can't read, where what is meant is plain: of several slips there may be,
 * the first that explains it all. `isParameter` tells what the filter or action takes.
 */
export function repairCalls(
  setup: Setup,
  what: 'filter' | 'action',
  text: Text,
  setting: Setting | undefined,
  isParameter: (name: string) => boolean,
): Fix | undefined {
  const { value } = text;
  if (value.length > longest) return undefined;
  const repairs = [
    plainQuotes(value),
    closedBracket(value),
    quotedLists(value),
    equalsSigns(value, isParameter),
  ];
  const found = repairs.find(
    ({ changes }) => changes.length > 0 && isReadable(setup, what, carryOut(value, changes)),
  );
  if (found === undefined) return what === 'action' ? apart(setting) : undefined;
  const fixes = found.changes.map(({ start, end, by }) => replaceWritten(setup, '', text, by, start, end));
  const whole = fixes.flatMap(fix => fix ?? []);
  return whole.length === fixes.length ? together(found.title, whole, found.decision) : undefined;
}

const longest = 2_000;

function isReadable({ release }: Setup, what: 'filter' | 'action', value: string): boolean {
  const text = madeText(value);
  const calls = what === 'filter' ? [text] : splitCalls(text, release);
  return calls.every(call => parseCall(call, release).kind === 'call' && !/[[\]]$/.test(nameOf(call.value)));
}

function nameOf(call: string): string {
  return call.replace(/\[.*/s, '');
}

function carryOut(value: string, changes: readonly Change[]): string {
  let result = value;
  for (const { start, end, by } of [...changes].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + by + result.slice(end);
  return result;
}

/** Those of a word processor. */
function plainQuotes(value: string): Repair {
  const changes = [...value.matchAll(/[\u201c-\u201f\u2033]|[\u2018-\u201b\u2032]/gu)].map(
    ({ index, 0: quote }) => ({
      start: index,
      end: index + quote.length,
      by: /[\u201c-\u201f\u2033]/u.test(quote) ? '"' : "'",
    }),
  );
  return { title: 'write plain quotes', changes };
}

/** The `]` that a line lacks at its end. */
function closedBracket(value: string): Repair {
  const changes: Change[] = [];
  let at = 0;
  for (const line of value.split('\n')) {
    const end = at + line.trimEnd().replace(/,$/, '').length;
    const bare = line.replace(/"[^"]*"|'[^']*'/g, '');
    const lacking = bare.split('[').length - bare.split(']').length;
    if (lacking === 1) changes.push({ start: end, end: at + line.trimEnd().length, by: ']' });
    at += line.length + 1;
  }
  return { title: 'close the bracket', changes };
}

/** `port=80,443`: what has a comma needs quotes, and a list of ports no blanks. */
function quotedLists(value: string): Repair {
  const changes: Change[] = [];
  const pattern = /(?<=[[,\s])([\w.-]+)=([\w.:@/+-]+(?:,\s*[\w.:@/+-]+)+)(?=\s*(?:\]|,\s*[\w.-]+=))/g;
  for (const match of value.matchAll(pattern)) {
    const [, key = '', list = ''] = match;
    const start = match.index + key.length + 1;
    if (/,\s/.test(list) && !/^(?:d?ports?)$/.test(key)) continue;
    changes.push({ start: start - 1, end: start, by: '="' });
    for (const blank of list.matchAll(/(?<=,)\s+/g))
      changes.push({ start: start + blank.index, end: start + blank.index + blank[0].length, by: '' });
    const end = start + list.length;
    changes.push({ start: end, end: end + 1, by: `"${value[end]}` });
  }
  return { title: 'put the list in quotes', changes };
}

/** `mode aggressive`, `mode: aggressive`. */
function equalsSigns(value: string, isParameter: (name: string) => boolean): Repair {
  const pattern = /(?<=[[,]\s*)([\w.-]+)(\s*:\s*|\s+)(?=[^\s,\]="'[]+\s*[,\]])/g;
  const changes = [...value.matchAll(pattern)]
    .filter(([, key]) => isParameter(key!))
    .map(({ index, 1: key = '', 2: blank = '' }) => ({
      start: index + key.length,
      end: index + key.length + blank.length,
      by: '=',
    }));
  return { title: 'write KEY=VALUE', changes, decision: 'what the argument is meant to be' };
}

/** Actions that stand against each other, each on a line of its own. */
function apart(setting: Setting | undefined): Fix | undefined {
  const glued = /(?<=\)s)(?=%\(\w*action\w*\)s)|(?<=\])(?=%\(|\w)/g;
  if (setting === undefined || !glued.test(setting.text.value)) return undefined;
  return {
    title: 'put each action on a line of its own',
    edits: [{ kind: 'value', setting, value: setting.text.value.replace(glued, '\n') }],
    changes: [changeOf(setting)],
  };
}
