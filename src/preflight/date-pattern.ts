import { dateFieldAt, dateFields } from '../knowledge/date-fields';
import { quote } from '../text/excerpt';
import { strip } from '../text/python-space';
import { type FormatProblem, fillFields } from './percent-format';
import { accepted, type Refusal } from './refusal';

const rule = 'filter/bad-datepattern';

/**
 * `datepattern`, a pattern on each line (`setDatePattern` of server/filter.py, server/datedetector.py). At start fail2ban only fills
 * in the `%` fields and refuses a pattern it has already; the regex around them is compiled when the first line comes.
 */
export function checkDatePattern(value: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const names = new Set<string>();
  const nameByKey = new Map<string, string>();
  let at = 0;
  let any = false;
  for (const line of value.split('\n')) {
    const pattern = strip(line);
    const start = at + line.indexOf(pattern);
    at += line.length + 1;
    if (pattern === '') continue;
    const result = readPattern(pattern, any);
    any = true;
    if (typeof result === 'object') refusals.push(refusalAt(pattern, result, start));
    else if (result !== '' && names.has(firstName(nameByKey, pattern, result))) {
      refusals.push({
        code: 'date-pattern',
        rule,
        message: `datepattern ${quote(pattern)} stands there twice`,
        advice: 'remove one of the two lines',
        start,
        end: start + pattern.length,
      });
    } else if (result !== '') names.add(result);
  }
  return refusals.length > 0 ? refusals : accepted;
}

/** Patterns without fields that differ in case only are one pattern to fail2ban: the one that comes first. */
function firstName(nameByKey: Map<string, string>, pattern: string, name: string): string {
  const key = pattern.includes('%') ? pattern : pattern.toUpperCase();
  const first = nameByKey.get(key) ?? name;
  nameByKey.set(key, first);
  return first;
}

const beginning = '{^LN-BEG}';
const epoch = /(?<!\\)\{L?EPOCH\}/i;

/** The name fail2ban gives to a pattern, empty for what stands for its own patterns, or what is wrong. */
function readPattern(pattern: string, isLater: boolean): string | FormatProblem {
  const key = pattern.includes('%') ? pattern : pattern.toUpperCase();
  if (key === beginning || key === '{DEFAULT}') return '';
  if (key.includes('{DATE}')) return readDatePlaceholder(pattern, isLater);
  if (key === '{NONE}') return '^';
  if (key.includes('EPOCH')) {
    if (epoch.test(pattern)) return pattern;
    const [, anchor = '', name] = /^(\^|\{\^LN-BEG\})?(L?EPOCH)$/.exec(key) ?? [];
    if (name !== undefined) return (anchor === '' ? '' : beginning) + name;
  }
  const [, anchor = '', name] = /^(\^|\{\^LN-BEG\})?(TAI64N)$/.exec(key) ?? [];
  if (name !== undefined) return (anchor === '' ? '' : beginning) + name;
  return nameOf(pattern);
}

/** What in front of a pattern makes `{^LN-BEG}` superfluous. */
const anchored = /^\(*(?:\(\?\w+\)\(*)?(?:\(\?:)?(?:\^|\*\*)/;

/** The pattern with its fields named; `{UNB}` in front goes, `{^LN-BEG}` stays in the name where it changes anything. */
function nameOf(pattern: string): string | FormatProblem {
  const unbound = pattern.startsWith('{UNB}');
  const atBeginning = !unbound && pattern.startsWith(beginning);
  const from = unbound ? 5 : atBeginning ? beginning.length : 0;
  const filled = fillFields(pattern.slice(from), dateFields, dateFieldAt);
  if (filled.kind === 'text') {
    return atBeginning && !anchored.test(pattern.slice(from)) ? beginning + filled.text : filled.text;
  }
  const { kind, start, end } = filled.problem;
  return { kind, start: start + from, end: end + from };
}

/** `{DATE}` stands for each of fail2ban's own patterns. With a backslash before it, all of them get the same name. */
function readDatePlaceholder(pattern: string, isLater: boolean): string | FormatProblem {
  const placeholder = /(?<!\\)\{DATE\}/gi;
  if (!placeholder.test(pattern)) {
    const named = nameOf(pattern);
    if (typeof named === 'object' || isLater) return named;
    return { kind: 'unknown', start: 0, end: pattern.length };
  }
  const around = nameOf(pattern.replace(placeholder, '......'));
  return typeof around === 'object' ? around : '';
}

function refusalAt(pattern: string, { kind, start, end }: FormatProblem, offset: number): Refusal {
  const part = pattern.slice(start, end);
  const problem =
    kind === 'unfinished'
      ? `something is missing behind ${quote(part)}`
      : `${quote(part)} is no part of a date`;
  return {
    code: 'date-pattern',
    rule,
    message: `datepattern ${quote(pattern)} is refused: ${problem}`,
    advice: 'in the file write %%Y for the year and so on, and %%%% for a percent sign',
    start: offset + start,
    end: offset + end,
  };
}
