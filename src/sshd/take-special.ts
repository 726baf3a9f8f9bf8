import { quote } from '../text/excerpt';
import { readAddress } from './address-list';
import { readNumber, readPort } from './port';
import { addTo, setFirst, setLast } from './state';
import { splitHost } from './take-list';
import { fullPath, isFault, nextArgument, oneOf, takeTime, takeWord } from './take-value';
import type { Fault, Taker, Taking } from './taker';

const mostPorts = 256;

/** Each line adds one. */
export const port: Taker = taking => {
  if ((taking.state.get(taking.field)?.values.length ?? 0) >= mostPorts)
    return { message: 'there are more than 256 of them' };
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const value = readPort(word.text);
  if (value === undefined || value === 0) return { message: `${quote(word.text)} is no port`, word };
  addTo(taking.state, taking.field, [String(value)], taking.line);
  return undefined;
};

/** `HOST`, `HOST:PORT`, `[HOST]:PORT`, with `rdomain NAME` behind it. Kept as `host port rdomain`, with tabs between. */
export const listenAddress: Taker = taking => {
  const word = nextArgument(taking, 'the address');
  if (isFault(word)) return word;
  const isBareIp6 = !word.text.includes('[') && word.text.split(':').length > 2;
  const split = isBareIp6 ? { host: word.text, port: undefined } : splitHost(word.text);
  if (split === undefined) return { message: `${quote(word.text)} is not written as host:port`, word };
  if (split.port !== undefined && !readPort(split.port))
    return { message: `${quote(split.port)} is no port`, word };
  const option = taking.next();
  const domain = option === undefined ? undefined : taking.next();
  if (option !== undefined && (option.text !== 'rdomain' || domain === undefined))
    return { message: `${quote(option.text)} is too much`, word: option };
  if (isImpossibleAddress(split.host)) return { message: `${quote(split.host)} is no address`, word };
  const number = split.port === undefined ? '' : String(readPort(split.port));
  addTo(taking.state, taking.field, [`${split.host}\t${number}\t${domain?.text ?? ''}`], taking.line);
  return undefined;
};

/** Numbers and dots that are no address can't be a host's name either. */
function isImpossibleAddress(host: string): boolean {
  return (/^[0-9.]+$/.test(host) || host.includes(':')) && readAddress(host) === undefined;
}

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

/** `START:RATE:FULL` or one number; the last line wins. */
export const maxStartups: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const [, begin, rate, full] =
    /^\s*([+-]?\d+)(?::\s*([+-]?\d+)(?::\s*([+-]?\d+))?)?/.exec(word.text)?.map(Number) ?? [];
  const fault = { message: `${quote(word.text)} is not written as 10:30:100`, word };
  if (begin === undefined || Number.isNaN(begin)) return fault;
  const isAlone = rate === undefined || Number.isNaN(rate);
  if (!isAlone && (full === undefined || Number.isNaN(full))) return fault;
  const most = isAlone ? begin : full!;
  if (!isAlone && (begin > most || rate! > 100 || rate! < 1)) {
    return {
      message: `${quote(word.text)} is refused: the first number must not exceed the last, and the middle one is a percentage`,
      word,
    };
  }
  if (begin <= 0 || most <= 0) return { message: `${quote(word.text)} would let nobody in`, word };
  const before = taking.state.get(taking.field)?.values[0]?.split(':')[1];
  setLast(taking.state, taking.field, [`${begin}:${isAlone ? (before ?? '30') : rate}:${most}`], taking.line);
  return undefined;
};

/** Lengths of the masks for IPv4 and IPv6; the last line wins. */
export const netBlockSize: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const found = /^\s*([+-]?\d+)(?::\s*([+-]?\d+))?/.exec(word.text);
  const [ip4, ip6] = [Number(found?.[1]), found?.[2] === undefined ? 0 : Number(found[2])];
  if (!(ip4 >= 0 && ip4 <= 32 && ip6 >= 0 && ip6 <= 128))
    return { message: `${quote(word.text)} is not written as 32:128`, word };
  if (taking.active) setLast(taking.state, taking.field, [`${ip4}:${ip6}`], taking.line);
  return undefined;
};

export const perSourceMaxStartups: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const value = word.text === 'none' ? 'none' : readNumber(word.text, 2 ** 31 - 1);
  if (typeof value === 'string' && value !== 'none')
    return { message: `${quote(word.text)} is no number`, word };
  const shown = value === 2 ** 31 - 1 ? 'none' : String(value);
  if (taking.active) setLast(taking.state, taking.field, [shown], taking.line);
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

export const unusedConnectionTimeout: Taker = taking => {
  const [first] = taking.line.words;
  if (first?.text.toLowerCase() !== 'none') return takeTime(taking);
  taking.next();
  if (taking.active) setLast(taking.state, taking.field, ['0'], taking.line);
  return undefined;
};

/** A limit of bytes, and of time; each is taken from the first line that has it. */
export const rekeyLimit: Taker = taking => {
  const word = nextArgument(taking, 'the limit');
  if (isFault(word)) return word;
  const bytes = word.text === 'default' ? 0n : readScaled(word.text);
  if (bytes === undefined) return { message: `${quote(word.text)} is no number of bytes such as 1G`, word };
  if (bytes !== 0n && bytes < 16n) return { message: `${quote(word.text)} is too small`, word };
  if (taking.active) setFirst(taking.state, taking.field, [String(bytes)], taking.line);
  if (taking.left() === 0) return undefined;
  const interval = taking.line.words[taking.line.words.length - taking.left()];
  if (interval?.text === 'none') {
    taking.next();
    return undefined;
  }
  return takeTime(taking, 'rekeyinterval');
};

/** A number with a unit (scan_scaled(3)). */
function readScaled(text: string): bigint | undefined {
  const found = /^[ \t\n\v\f\r]*([+-]?)([0-9]{0,18})(?:\.([0-9]*))?(?:([BKMGTPE])(?![A-Za-z0-9]).*)?$/is.exec(
    text,
  );
  if (found === null) return undefined;
  const [, sign, whole, fraction = '', unit = ''] = found;
  const scale = 1024n ** BigInt(Math.max(0, 'BKMGTPE'.indexOf(unit.toUpperCase())));
  const part =
    unit === '' || fraction === '' ? 0n : (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  const value = BigInt(whole || '0') * scale + part;
  if (value >= 2n ** 63n) return undefined;
  return sign === '-' ? -value : value;
}

const serviceClasses: readonly (readonly [string, number])[] = [
  ['none', -1],
  ...[1, 2, 3, 4].flatMap(level =>
    [1, 2, 3].map(drop => [`af${level}${drop}`, level * 32 + drop * 8] as const),
  ),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(level => [`cs${level}`, level * 32] as const),
  ['ef', 0xb8],
  ['le', 0x04],
  ['lowdelay', 0x10],
  ['throughput', 0x08],
  ['reliability', 0x04],
];

/** One class or two; the last line wins. */
export const qualityOfService: Taker = taking => {
  const first = nextArgument(taking, 'the class');
  if (isFault(first)) return first;
  const second = taking.next() ?? first;
  const shown: string[] = [];
  for (const word of [first, second]) {
    const value = classOf(word.text);
    if (value === undefined) return { message: `${quote(word.text)} is no class of service`, word };
    const name = serviceClasses.find(each => each[1] === value)?.[0];
    shown.push(name ?? `0x${value.toString(16).padStart(2, '0')}`);
  }
  if (taking.active) setLast(taking.state, taking.field, [shown.join(' ')], taking.line);
  return undefined;
};

function classOf(text: string): number | undefined {
  const named = serviceClasses.find(each => each[0] === text.toLowerCase())?.[1];
  if (named !== undefined) return named;
  if (!/^\s*\+?(?:0[xX][0-9a-fA-F]+|[0-9]+)$/.test(text)) return undefined;
  const plain = text.trim().replace(/^\+/, '');
  const value = /^0[0-9]/.test(plain)
    ? /[89]/.test(plain)
      ? Number.NaN
      : Number.parseInt(plain, 8)
    : Number(plain);
  return value <= 255 ? value : undefined;
}

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
