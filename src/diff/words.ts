import type { Diagnostic } from '../lint/finding';
import type { Verdict } from '../preflight/preflight';
import { valueText } from '../resolve/effective-values';
import type { Setup } from '../resolve/setup';
import { excerpt } from '../text/excerpt';
import { lineIndex } from '../text/line-index';
import { describeValue } from '../values/meaning';
import type { ChangedValue, Difference } from './diff';

/** One thing that changes, in words: where (`sshd`, `filter.d/sshd [Definition]`), and what. */
export interface Change {
  readonly where: string;
  readonly what: string;
}

/** What changes in effect, jail by jail in the order of the values; what follows from another change comes last. */
export function changesInWords(difference: Difference, after: Setup): readonly Change[] {
  const { added, removed, values } = difference;
  const isEnabled = (name: string) => after.jails.find(jail => jail.name === name)?.enabled === true;
  return [
    ...removed.map(where => ({ where, what: 'this jail is gone' })),
    ...added.map(where => ({
      where,
      what: isEnabled(where) ? 'a new jail, enabled' : 'a new jail, not enabled',
    })),
    ...values.filter(({ isMade }) => !isMade).map(ownChange),
    ...madeChanges(values.filter(({ isMade }) => isMade)),
  ];
}

function ownChange(value: ChangedValue): Change {
  const { option, before, after } = value;
  const [from, to] = [before, after].map(each => inWords(value, valueText(each)));
  const setting = after?.setting;
  const line = setting && lineIndex(setting.file.text).position(setting.option.keySpan.start).line;
  const place = setting === undefined ? '' : ` (${setting.file.name}:${line})`;
  const also = value.alsoIn.length === 0 ? '' : `, also in ${value.alsoIn.join(', ')}`;
  return { where: whereOf(value), what: `${option} ${from} → ${to}${place}${also}` };
}

function inWords({ family, option }: ChangedValue, text: string | undefined): string {
  if (text === undefined) return 'not set';
  if (text === '') return 'empty';
  return (family === 'jail' ? describeValue(option, text) : undefined) ?? excerpt(text);
}

function madeChanges(values: readonly ChangedValue[]): readonly Change[] {
  const options = new Map<string, Set<string>>();
  for (const value of values) {
    for (const section of [value.section, ...value.alsoIn]) {
      const where = whereOf({ ...value, section });
      options.set(where, (options.get(where) ?? new Set()).add(value.option));
    }
  }
  return [...options].map(([where, names]) => ({ where, what: `${[...names].join(', ')} change with it` }));
}

function whereOf({ family, section }: Pick<ChangedValue, 'family' | 'section'>): string {
  return family === 'jail' ? section : `${family} [${section}]`;
}

/** What becomes of fail2ban; undefined where that is the same. */
export function verdictInWords({ verdict: { before, after } }: Difference): string | undefined {
  return before === after ? undefined : `fail2ban ${verdicts[before]} before, and ${verdicts[after]} now`;
}

const verdicts: Readonly<Record<Verdict, string>> = {
  up: 'came up',
  nothing: 'ran without a jail',
  down: 'did not start',
};

/** `jail.local:3 warning policy/permanent-ban: …`. */
export function findingInWords({ rule, severity, message, range: { file, start } }: Diagnostic): string {
  return `${file.name}:${start.line} ${severity} ${rule}: ${message}`;
}
