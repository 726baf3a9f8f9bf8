import type { KnownOption, Reader } from '../knowledge/known-option';
import { type ValueFormat, valueFormats } from '../knowledge/value-formats';
import type { Rule } from '../lint/rule';

/** What an option belongs to, in words that follow "option of". */
export const owners: Readonly<Record<Reader, string>> = {
  jail: 'jails',
  daemon: 'the daemon',
  thread: 'the daemon',
  filter: 'filters',
  'filter-parameter': 'filters',
  action: 'actions',
  'action-parameter': 'actions',
  includes: 'any file',
};

/** Where an option is set. */
export const homes: Readonly<Record<Reader, string>> = {
  jail: 'jail.local or a file in jail.d: below [DEFAULT] for all jails, below the name of a jail for one',
  daemon: 'fail2ban.local or a file in fail2ban.d, below [Definition] or [DEFAULT]',
  thread: 'fail2ban.local or a file in fail2ban.d, below [Thread]',
  filter: 'a file in filter.d, below [Definition]',
  'filter-parameter':
    'a file in filter.d, below [Init], or in brackets behind the name of the filter in a jail',
  action: 'a file in action.d, below [Definition]',
  'action-parameter':
    'a file in action.d, below [Init], or in brackets behind the name of the action in a jail',
  includes: 'any file of fail2ban, below [INCLUDES]',
};

/** `option`, or what an entry is instead. */
export function natureOf({ reader, isVariable }: KnownOption): string {
  if (reader.endsWith('-parameter')) return 'parameter';
  return isVariable ? 'variable' : 'option';
}

/** What else there is to say about a variable. */
export function actsThrough({ name, isVariable }: KnownOption): string | undefined {
  return isVariable && `no option of fail2ban: it acts where a value asks for it, as %(${name})s`;
}

/** How values are written. */
export function valueInWords({ format, words, note }: KnownOption): string {
  const form = words === undefined ? valueFormats[format] : `one of ${words.join(', ')}`;
  const number = format === 'log-level' ? ', or a number' : '';
  return `${form}${number}${note === undefined ? '' : `; ${note}`}`;
}

/** What holds where an admin sets nothing. */
export function defaultInWords({ default: own, stock, stockUntil }: KnownOption): string {
  if (stock === undefined) return own === undefined ? 'none' : textInWords(own);
  if (stock === own) return textInWords(own);
  const packaged = `${stock === null ? 'set' : textInWords(stock)} in the files of the package`;
  const until = stockUntil === undefined ? '' : ` up to ${stockUntil}, then another for each system`;
  const otherwise = own === undefined ? '' : `, ${textInWords(own)} where no file sets it`;
  return `${packaged}${until}${otherwise}`;
}

function textInWords(text: string): string {
  return text === '' ? 'empty' : text;
}

/** The releases that know an option. */
export function releasesInWords({ since, until }: KnownOption): string {
  if (since === undefined) return until === undefined ? 'all' : `up to ${until}`;
  return until === undefined ? `from ${since} on` : `from ${since} to ${until}`;
}

/** The rule that looks at every value of a kind. */
const valueRules: Readonly<Partial<Record<ValueFormat, string>>> = {
  boolean: 'value/wrong-type',
  integer: 'value/wrong-type',
  integers: 'value/bad-bantime-formula',
  time: 'value/bad-time',
  expression: 'value/bad-bantime-formula',
  choice: 'value/unknown-choice',
  'log-level': 'value/unknown-choice',
  backend: 'value/unknown-choice',
  addresses: 'value/bad-address',
  encoding: 'value/unknown-choice',
  'time-zone': 'value/unknown-time-zone',
  regex: 'filter/bad-regex',
  regexes: 'filter/bad-regex',
  'date-pattern': 'filter/bad-datepattern',
  'journal-matches': 'log/bad-journalmatch',
  'filter-call': 'filter/bad-arguments',
  'action-calls': 'action/bad-arguments',
  cache: 'value/bad-ignorecache',
};

/** The rules that look at its values, or speak of it between back quotes. */
export function rulesAbout(option: KnownOption, rules: readonly Rule[]): readonly string[] {
  const valueRule = option.isVariable ? undefined : valueRules[option.format];
  return rules.filter(rule => rule.id === valueRule || speaksOf(rule, option.name)).map(rule => rule.id);
}

function speaksOf({ summary, why, fix }: Rule, name: string): boolean {
  const quoted = [summary, why, fix].flatMap(text => [...text.matchAll(/`([^`]+)`/g)]);
  return quoted.some(([, code = '']) => code === name || code.startsWith(`${name} =`));
}
