import { quote } from '../text/excerpt';
import { badAddressEntry } from './address-list';
import type { Word } from './arguments';
import { readPort } from './port';
import { addTo, setFirst } from './state';
import { isFault, nextArgument, readTime } from './take-value';
import type { Fault, Taker, Taking } from './taker';

/** Words that add to those of other lines; `check` says what is wrong with one. */
export function addWords(check: (text: string) => string | undefined): Taker {
  return taking => {
    const { values, fault } = allWords(taking, check);
    if (taking.active) addTo(taking.state, taking.field, values, taking.line);
    return fault;
  };
}

/** Words of the first line that has any. */
export function firstWords(
  check: (text: string, index: number, count: number) => string | undefined,
  change: (values: readonly string[]) => readonly string[] = values => values,
): Taker {
  return taking => {
    const { values, fault } = allWords(taking, check);
    if (taking.active && values.length > 0) setFirst(taking.state, taking.field, change(values), taking.line);
    return fault;
  };
}

function allWords(
  taking: Taking,
  check: (text: string, index: number, count: number) => string | undefined,
): { values: readonly string[]; fault: Fault | undefined } {
  const words: Word[] = [];
  for (let word = taking.next(); word !== undefined; word = taking.next()) words.push(word);
  const values: string[] = [];
  for (const [index, word] of words.entries()) {
    const message = word.text === '' ? 'an argument is empty' : check(word.text, index, words.length);
    if (message !== undefined) return { values, fault: { message, word } };
    values.push(word.text);
  }
  return { values, fault: undefined };
}

/** `none` has to stand alone. */
export function noneAlone(text: string, index: number, count: number): string | undefined {
  return text.toLowerCase() === 'none' && (index > 0 || count > 1) ? '"none" must stand alone' : undefined;
}

export function channelTimeout(text: string, index: number, count: number): string | undefined {
  if (text.toLowerCase() === 'none') return noneAlone(text, index, count);
  const equals = text.indexOf('=');
  return equals < 1 || readTime(text.slice(equals + 1)) === undefined
    ? `${quote(text)} is not written as session=5m`
    : undefined;
}

/** A pattern of AllowUsers and DenyUsers: a name, or a name, `@` and a list of hosts and addresses. */
export function userPattern(text: string): string | undefined {
  const at = text.indexOf('@');
  const bad = at < 0 ? undefined : badAddressEntry(text.slice(at + 1));
  if (bad === undefined) return undefined;
  return bad === ''
    ? `${quote(text)} has an empty host`
    : `${quote(bad)} has bits set behind its mask, or a mask that is too long`;
}

/** Names that are set again in one line are left out. */
export function withoutRepeats(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter(value => {
    const name = value.slice(0, value.indexOf('='));
    return !seen.has(name) && seen.add(name);
  });
}

const methods: ReadonlySet<string> = new Set([
  'none',
  'publickey',
  'gssapi-with-mic',
  'gssapi-keyex',
  'password',
  'keyboard-interactive',
  'hostbased',
]);

/** AuthenticationMethods: lists of methods, or `any` alone. */
export const authenticationMethods: Taker = taking => {
  const { state, field, active, line } = taking;
  const before = state.get(field)?.values.length ?? 0;
  const values: string[] = [];
  let any = false;
  for (let word = taking.next(); word !== undefined; word = taking.next()) {
    const unknown = word.text.split(',').find(method => !methods.has(method.replace(/:.*$/s, '')));
    const isFirst = before === 0 && (!active || values.length === 0);
    if (word.text === 'any' && isFirst) any = true;
    else if (word.text === 'any' || any)
      return { message: '"any" must stand alone, and be set but once', word };
    else if (unknown !== undefined) return { message: `${quote(unknown)} is no authentication method`, word };
    values.push(word.text);
  }
  if (values.length === 0) return { message: 'no method is named' };
  if (active) setFirst(state, field, values, line);
  return undefined;
};

/** PermitOpen and PermitListen: `any`, `none`, or hosts with ports. */
export function permittedPorts(isHostOptional: boolean): Taker {
  return taking => {
    const { state, field, active, line } = taking;
    const first = nextArgument(taking, 'the port');
    if (isFault(first)) return first;
    const values: string[] = [];
    if (first.text === 'any' || first.text === 'none') values.push(first.text);
    else {
      for (let word: Word | undefined = first; word !== undefined; word = taking.next()) {
        if (word.text === '') break;
        const isPortAlone = isHostOptional && !word.text.includes(':');
        const port = isPortAlone ? word.text : portOf(word.text);
        if (port === undefined || (port !== '*' && !readPort(port)))
          return { message: `${quote(word.text)} has no valid port`, word };
        values.push(isPortAlone ? `*:${word.text}` : word.text);
      }
    }
    if (active) setFirst(state, field, values, line);
    return undefined;
  };
}

/** What stands behind the host (`hpdelim` of OpenSSH's misc.c); undefined where there is nothing. */
export function portOf(text: string): string | undefined {
  return splitHost(text)?.port;
}

/** A host, `[host]`, host:port or host/port. */
export function splitHost(
  text: string,
): { readonly host: string; readonly port: string | undefined } | undefined {
  const found = /^(\[[^\]]*\]|[^[:/][^:/]*|)(?:[:/](.*))?$/s.exec(text);
  if (found === null) return undefined;
  return { host: found[1]!.replace(/^\[(.*)\]$/s, '$1'), port: found[2] };
}
