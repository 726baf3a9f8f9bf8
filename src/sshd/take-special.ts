import { quote } from '../text/excerpt';
import { addTo, setFirst, setLast } from './state';
import { fullPath, isFault, nextArgument, oneOf, takeWord } from './take-value';
import type { Fault, Taker, Taking } from './taker';

export const hostKey: Taker = taking => {
  const found = nextArgument(taking, 'the file');
  if (isFault(found)) return found;
  if (taking.active) addTo(taking.state, taking.field, [fullPath(found.text)], taking.line);
  return undefined;
};

export const agent: Taker = taking =>
  takeWord(taking, text => (text === 'SSH_AUTH_SOCK' ? text : fullPath(text)));

export const keyProvider: Taker = taking =>
  takeWord(taking, text => (text.toLowerCase() === 'internal' ? text : fullPath(text)));

/** A word sshd looks for in a fixed list; the last line wins. */
export function lastOf(taker: Taker): Taker {
  return taking => {
    const fresh: Taking['state'] = new Map();
    const fault = taker({ ...taking, state: fresh });
    const found = fresh.get(taking.field);
    if (found !== undefined) setLast(taking.state, taking.field, found.values, taking.line);
    return fault;
  };
}

export const fingerprint: Taker = lastOf(
  oneOf({ md5: 'MD5', sha1: 'SHA1', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' }),
);

/** The rest of the line as it is, `#` included. */
export const rest: Taker = taking => {
  taking.skip();
  if (taking.active) setFirst(taking.state, taking.field, [taking.line.rest ?? ''], taking.line);
  return undefined;
};

export const versionAddendum: Taker = taking => {
  const text = taking.line.rest ?? '';
  if (text.includes('\r')) return { message: 'it holds a carriage return' };
  taking.skip();
  const value = text.toLowerCase() === 'none' ? '' : text;
  if (taking.active) setFirst(taking.state, taking.field, [value], taking.line);
  return undefined;
};

/** As sshd has it, either command counts only where AuthorizedKeysCommand isn't set yet, and of the other the last line wins. */
export const command: Taker = taking => {
  const text = taking.line.rest ?? '';
  if (!text.startsWith('/') && text.toLowerCase() !== 'none')
    return { message: 'the program must be named with its absolute path' };
  taking.skip();
  if (taking.active) {
    const keys = taking.state.get('authorizedkeyscommand');
    if (keys !== undefined) keys.lost.push(taking.line);
    else setLast(taking.state, taking.field, [text], taking.line);
  }
  return undefined;
};

export const bindMask: Taker = taking => {
  const word = nextArgument(taking, 'the mask');
  if (isFault(word)) return word;
  const digits = /^\s*\+?([0-7]+)/.exec(word.text)?.[1];
  const value = digits === undefined ? -1 : Number.parseInt(digits, 8);
  if (value < 0 || value > 0o777) return { message: `${quote(word.text)} is no mask such as 0177`, word };
  if (taking.active) setLast(taking.state, taking.field, [`0${value.toString(8)}`], taking.line);
  return undefined;
};

/** `yes`, `no`, or names of variables. */
export const userEnvironment: Taker = taking => {
  const word = nextArgument(taking, 'the value');
  if (isFault(word)) return word;
  if (taking.active) setFirst(taking.state, taking.field, [word.text], taking.line);
  return undefined;
};

export const keyOptions: Taker = taking => {
  const found = new Set<string>();
  for (let word = taking.next(); word !== undefined; word = taking.next()) {
    const text = word.text.toLowerCase();
    if (text !== 'none' && text !== 'touch-required' && text !== 'verify-required')
      return { message: `${quote(word.text)} is none of none, touch-required, verify-required`, word };
    found.add(text);
  }
  const shown = ['touch-required', 'verify-required'].filter(each => found.has(each)).join(' ');
  if (taking.active) setFirst(taking.state, taking.field, [shown === '' ? 'none' : shown], taking.line);
  return undefined;
};

/** Each name once; the command may have arguments. */
export const subsystem: Taker = taking => {
  const name = nextArgument(taking, 'the name');
  if (isFault(name)) return name;
  if (!taking.active) {
    taking.next();
    return undefined;
  }
  const isTaken = taking.state.get(taking.field)?.values.some(each => each.startsWith(`${name.text} `));
  if (isTaken) return { message: `${quote(name.text)} is defined already`, word: name, since: '9.5' };
  const program = nextArgument(taking, 'the command');
  if (isFault(program)) return program;
  const words = [name.text, program.text];
  for (let word = taking.next(); word !== undefined; word = taking.next()) words.push(word.text);
  addTo(taking.state, taking.field, [words.join(' ')], taking.line);
  return undefined;
};

/** No Linux has what it needs. */
export const routingDomain: Taker = (): Fault => ({ message: 'it works on OpenBSD alone' });

/** Nothing is looked at. */
export const ignored: Taker = taking => {
  taking.skip();
  return undefined;
};
