import { namesOfFormat } from '../knowledge/options';
import { splitCalls } from '../resolve/split-calls';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { parseBoolean } from '../values/boolean';
import { findInlineComment } from '../values/inline-comment';
import { booleanOptions, timeOptions } from '../values/meaning';
import { parseTime } from '../values/time';
import type { Severity } from './finding';
import type { UsedValue } from './used-values';

/** What comes of a value with a `# …` behind it. */
export interface CommentEffect {
  readonly severity: Severity;
  /** In words that follow "is "value",". */
  readonly words: string;
  /** Whether fail2ban does not start. */
  readonly isFatal: boolean;
}

const stops = (words: string): CommentEffect => ({ severity: 'error', words, isFatal: true });
const fails = (words: string): CommentEffect => ({ severity: 'error', words, isFatal: false });
const works = (words: string): CommentEffect => ({ severity: 'warning', words, isFatal: false });
const harmless = (words: string): CommentEffect => ({ severity: 'info', words, isFatal: false });

/** Options whose text is a name, a number, a path or a list; switches and times come on top. */
const effects: ReadonlyMap<string, CommentEffect> = new Map([
  ...namesOfFormat('integer').map(option => [option, stops('which is no number')] as const),
  ['bantime.multipliers', stops('which is no list of numbers')],
  ['backend', stops('which is no backend')],
  ['logencoding', stops('which is no encoding')],
  ['logtimezone', stops('which is no time zone')],
  ['loglevel', stops('which is no log level')],
  ['logpath', fails('and fail2ban looks for log files of that name')],
  ['filter', fails('and no filter is called that: the jail is skipped')],
  ['mode', fails('which the filter does not know')],
  ['banaction', fails('and no action is called that: the jail is skipped')],
  ['banaction_allports', fails('and no action is called that: the jail is skipped')],
  ['mta', fails('and no action is called that: the jail is skipped')],
  ['port', fails('and the ban command gets all of it')],
  ['protocol', fails('and the ban command gets all of it')],
  ['chain', fails('and the ban command gets all of it')],
  ['action', fails('and no action is called "#": the jail is skipped')],
  ['destemail', works('and mail goes to that address')],
  ['sender', works('and mail comes from that address')],
  ['maxlines', works('which is no number: it is dropped')],
  ['usedns', works('which counts as no')],
  ['allowipv6', works('which counts as no')],
  ['ignoreip', works('and each of its words is taken for a host')],
  ...['logtarget', 'socket', 'pidfile', 'dbfile', 'syslogsocket'].map(
    option => [option, works('and a file of that name is used')] as const,
  ),
] as const satisfies readonly (readonly [string, CommentEffect])[]);

/** Options whose value may have a parameter list, in which a `#` may stand between quotes. */
const callOptions: ReadonlySet<string> = new Set([
  ...namesOfFormat('action-calls', 'backend', 'filter-call', 'log-target'),
  'banaction',
  'banaction_allports',
]);

/** Options where a comment behind the value is a mistake, in the order of preference for one text that reaches several. */
export const commentOptions: readonly string[] = [...booleanOptions, ...effects.keys(), ...timeOptions];

/** What the option behind which each of these helps does; they act through its text alone. */
const actsThrough: ReadonlyMap<string, string> = new Map([
  ['mode', 'filter'],
  ...['port', 'protocol', 'chain', 'banaction', 'banaction_allports', 'mta', 'destemail', 'sender'].map(
    option => [option, 'action'] as const,
  ),
]);

/** A comment behind a value that is none, and what comes of it. */
export interface MistakenComment extends Span {
  readonly effect: CommentEffect;
}

/** Finds a `# …` behind a value of one of `commentOptions`. A time with nothing in front of it is left to others. */
export function findMistakenComment(value: UsedValue): MistakenComment | undefined {
  const { option, text } = value;
  if (!text.value.includes('#')) return undefined;
  const span = callOptions.has(option) ? commentBehindCalls(text) : findInlineComment(text.value);
  const effect = span && effectOn(value, text.value.slice(0, span.start).trimEnd());
  return span && effect && { ...span, effect };
}

function commentBehindCalls(text: Text): Span | undefined {
  let from = 0;
  for (const { value } of splitCalls(text)) {
    const start = text.value.indexOf(value, from);
    if (!value.startsWith('#')) {
      from = start + value.length;
      continue;
    }
    const comment = findInlineComment(text.value.slice(start));
    return comment && { start, end: start + comment.end };
  }
  return undefined;
}

function effectOn({ option, text: { value }, jail }: UsedValue, kept: string): CommentEffect | undefined {
  if (timeOptions.has(option)) {
    if (parseTime(value).kind !== 'seconds') return undefined;
    return harmless('which works in times alone, as they are evaluated');
  }
  if (booleanOptions.has(option)) return effectOnSwitch(option, kept);
  const through = actsThrough.get(option);
  if (through !== undefined && !jail?.text(through)?.includes(value)) {
    return harmless(`though nothing in "${through}" uses it`);
  }
  if (option === 'logpath' && jail?.text('backend')?.startsWith('systemd')) {
    return harmless('though the jail reads the journal instead');
  }
  if ((option === 'usedns' || option === 'allowipv6') && kept.toLowerCase() === 'no') {
    return stillNo;
  }
  return effects.get(option);
}

const stillNo = harmless('which counts as no all the same');

function effectOnSwitch(option: string, kept: string): CommentEffect {
  if (!parseBoolean(kept)) return stillNo;
  return option === 'enabled' ? fails('which counts as no: the jail stays off') : works('which counts as no');
}
