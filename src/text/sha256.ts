/** SHA-256 of a text in UTF-8 (FIPS 180-4), as 64 hexadecimal digits; without Node, so that it is the same everywhere. */
export function sha256(text: string): string {
  const words = padded(text);
  const { constants, firstState } = tables();
  const state = Uint32Array.from(firstState);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    extend(schedule);
    compress(state, schedule, constants);
  }
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('');
}

interface Tables {
  readonly constants: Uint32Array;
  readonly firstState: Uint32Array;
}

let known: Tables | undefined;

/** The first 32 bits of the fractional parts of the cube roots, and of the square roots, of the first primes. */
function tables(): Tables {
  if (known !== undefined) return known;
  const primes = Array.from({ length: 400 }, (_, number) => number)
    .filter(isPrime)
    .slice(0, 64);
  known = {
    constants: Uint32Array.from(primes, prime => fraction(Math.cbrt(prime))),
    firstState: Uint32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime))),
  };
  return known;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}

function fraction(number: number): number {
  return Math.floor((number - Math.floor(number)) * 2 ** 32);
}

/** Big-endian words: the text, a bit, zeros, and the length in bits. */
function padded(text: string): Uint32Array {
  const bytes = utf8(text);
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  bytes.push(0x80);
  for (const [index, byte] of bytes.entries()) words[index >> 2]! |= byte << (24 - 8 * (index & 3));
  const bits = (bytes.length - 1) * 8;
  words[words.length - 2] = Math.floor(bits / 2 ** 32);
  words[words.length - 1] = bits;
  return words;
}

/** A lone surrogate counts as U+FFFD. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trailing(code, 0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trailing(code, 6), trailing(code, 0));
    else bytes.push(0xf0 | (code >> 18), trailing(code, 12), trailing(code, 6), trailing(code, 0));
  }
  return bytes;
}

function trailing(code: number, shift: number): number {
  return 0x80 | ((code >> shift) & 0x3f);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function extend(schedule: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15]!;
    const late = schedule[at - 2]!;
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[at] = schedule[at - 16]! + first + schedule[at - 7]! + second;
  }
}

/** One round for each word; the names of the variables are those of the standard. */
function compress(state: Uint32Array, schedule: Uint32Array, constants: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sumE + ((e & f) ^ (~e & g)) + constants[at]! + schedule[at]!) | 0;
    const sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word;
}
