import type { Reason } from '../../src/preflight/reason';
import type { ReasonCode } from '../../src/preflight/refusal';
import {
  changeLineValue,
  closeUp,
  type LinePlace,
  type Lines,
  mergeSection,
  putAt,
  removeOption,
  setValue,
  textAt,
} from './edit-lines';

/** What somebody who mends a line has before him: the file, the place of the reason, the reason, and the names in filter.d and action.d. */
export interface Mending {
  readonly lines: Lines;
  readonly place: LinePlace;
  readonly reason: Reason;
  readonly names: { readonly filter: readonly string[]; readonly action: readonly string[] };
}

type Mend = (mending: Mending) => void;

/** The value that the advice of a reason names: `did you mean X?`, `such as X`, `one of X, Y`, `write X, …`, `write X for …`. */
export function advised({ advice = '' }: Pick<Reason, 'advice'>): string | undefined {
  const forms = [
    /did you mean (.+)\?$/,
    /such as (.+?)(?:,|;| or | for |$)/,
    /^one of ([^,]+)/,
    /as in the manual: (.+)$/,
    /^write (\S+?)(?:,| for )/,
  ];
  return forms.map(form => form.exec(advice)?.[1]).find(value => value !== undefined);
}

function takeAdvice(reason: Reason): string {
  const value = advised(reason);
  if (value === undefined) throw new Error(`no value in the advice of "${reason.message}": ${reason.advice}`);
  return value;
}

const leaveOut: Mend = ({ lines, place }) => removeOption(lines, place.line);
const writeInstead: Mend = ({ lines, place, reason }) => putAt(lines, place, takeAdvice(reason));
const withoutArguments: Mend = ({ lines, place }) =>
  changeLineValue(lines, place.line, value => value.replace(/\s*[[,].*$/, ''));

/** The value of the option, or of the argument of an action that the message quotes. */
const setAsAdvised: Mend = ({ lines, place: { line }, reason }) => {
  const [, wrong] = /^timeout of action .* = "(.+?)"/.exec(reason.message) ?? [];
  if (wrong === undefined) setValue(lines, line, takeAdvice(reason));
  else lines[line] = lines[line]!.replace(wrong, () => takeAdvice(reason));
};

/** Under the header of a jail without an option of its own, or in place of the name that isn't there. */
function nameOneThatIsThere(what: 'filter' | 'action'): Mend {
  return ({ lines, place, reason, names }) => {
    const name = advised(reason) ?? names[what][0] ?? '';
    if (reason.advice?.startsWith('put the [')) closeUp(lines, place);
    else if (lines[place.line]!.startsWith('[')) lines.splice(place.line + 1, 0, `${what} = ${name}`);
    else if (reason.message.includes(`"${textAt(lines, place)}"`)) putAt(lines, place, name);
    else setValue(lines, place.line, name);
  };
}

const anotherParameterName: Mend = ({ lines, place: { line, column } }) => {
  const before = lines[line]!.slice(0, column).replace(/([\w-]+\s*=\s*)$/, 'my_$1');
  lines[line] = before + lines[line]!.slice(column);
};

const mendSyntax: Mend = ({ lines, place, reason }) => {
  if (reason.rule === 'syntax/duplicate-section') mergeSection(lines, place.line);
  else if (reason.message.includes('byte order mark')) putAt(lines, place, '');
  else if (reason.rule === 'syntax/duplicate-option') removeOption(lines, place.line);
  else lines.splice(place.line, 1);
};

const mendInterpolation: Mend = ({ lines, place, reason }) => {
  if (reason.rule === 'syntax/percent-not-escaped') putAt(lines, place, `%${textAt(lines, place)}`);
  else putAt(lines, place, advised(reason) ?? '');
};

/** How the line of each kind of reason is mended as its message and advice say. */
export const mends: Readonly<Record<ReasonCode, Mend>> = {
  syntax: mendSyntax,
  interpolation: mendInterpolation,
  'include-depth': leaveOut,
  'tag-loop': ({ lines, place }) => putAt(lines, place, ''),
  'option-lookup': ({ lines, place: { line } }) => {
    lines[line] = lines[line]!.toLowerCase();
  },
  'log-level': setAsAdvised,
  'files-not-read': () => {
    throw new Error('up to 1.1.0 fail2ban goes on without');
  },
  'filter-arguments': withoutArguments,
  'action-arguments': withoutArguments,
  'filter-not-found': nameOneThatIsThere('filter'),
  'action-not-found': nameOneThatIsThere('action'),
  'python-action': nameOneThatIsThere('action'),
  'python-action-arguments': withoutArguments,
  'action-parameter': anotherParameterName,
  'unknown-command': anotherParameterName,
  'duplicate-action': ({ lines, place }) => putAt(lines, place, ''),
  'journal-match-quote': ({ lines, place: { line } }) => changeLineValue(lines, line, value => `${value}"`),
  'journal-match': writeInstead,
  'no-log-file': ({ lines, place }) => setValue(lines, place.line, '/var/log/mended.log'),
  'log-file-missing': () => {
    throw new Error('nothing is known of the files of a host');
  },
  'log-position': ({ lines, place: { line } }) =>
    changeLineValue(lines, line, value => value.split(/,?\s/)[0] ?? ''),
  'log-directory': writeInstead,
  'reserved-jail-name': ({ lines, place: { line } }) => {
    lines[line] = lines[line]!.replace(']', '-jail]');
  },
  'no-definition': ({ lines }) => lines.unshift('[Definition]'),
  number: ({ lines, place: { line }, reason }) => {
    const [, written = ''] = /= "([^"]*)"/.exec(reason.message) ?? [];
    setValue(lines, line, /\d+/.exec(written)?.[0] ?? '5');
  },
  'number-range': mending =>
    advised(mending.reason) === undefined ? leaveOut(mending) : setAsAdvised(mending),
  time: setAsAdvised,
  backend: setAsAdvised,
  'backend-arguments': withoutArguments,
  address: ({ lines, place: { line, column }, reason }) => {
    const [word = ''] = /\S*$/.exec(lines[line]!.slice(0, column)) ?? [];
    const rest = lines[line]!.slice(column).replace(/^\S*/, takeAdvice(reason));
    lines[line] = lines[line]!.slice(0, column - word.length) + rest;
  },
  encoding: setAsAdvised,
  'time-zone': setAsAdvised,
  'ignore-cache': setAsAdvised,
  'ban-time-formula': mending =>
    advised(mending.reason) === undefined ? leaveOut(mending) : setAsAdvised(mending),
  'date-pattern': ({ lines, place, reason }) =>
    putAt(lines, place, reason.advice?.startsWith('remove') ? '' : '%%Y'),
  regex: ({ lines, place: { line } }) => changeLineValue(lines, line, () => ''),
  'no-failure-id': ({ lines, place }) =>
    putAt(lines, place, textAt(lines, place).replace(/(?<!\\)\$?$/, ' <HOST>$&')),
  'unknown-mode': writeInstead,
  'log-target': ({ lines, place }) => setValue(lines, place.line, 'SYSLOG'),
  'database-file': ({ lines, place }) => setValue(lines, place.line, 'None'),
};
