/** Whole numbers from 0 to below `limit`, the same ones for the same seed (mulberry32). */
export type Below = (limit: number) => number;

export function belowFrom(seed: number): Below {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const SIGNS = [...'()[]{}|*+?^$.\\-:<>=!#, \t0129azAZ_é€😀'];
const TAGS =
  '<HOST> <host> <ADDR> <IP4> <IP6> <DNS> <CIDR> <SUBNET> <SKIPLINES> <F-ID> </F-ID> <F-ID/> <F-USER> </F-USER> ' +
  '<F-USER/> <F-A-B> <F-PORT/> <F-1> <F-MLFID> </F-MLFID> <F-IP4/> <F-ADDR/> <F-DNS/> <lname> <F-ALT_USER> </F-ID/>';
const GROUPS =
  '(?: (?= (?! (?<= (?<! (?> (?P<n> (?P<1> (?P=n) (?P=user) (?(1) (?(n) (?(9) (?(user) (?(0) (?i) (?x) (?s) (?u) ' +
  '(?a) (?im) (?L) (?i: (?-i: (?x: (?i-x: (?q) (?<n> (?# ((?i) (?:(?i) (?P>n) (?R) (?|';
const QUANTIFIERS = '* + ? {2} {2,} {,2} {3,2} {,} {} {a} {1,99999999999} *? ++ ?+ {2}+ ** +*';
const ESCAPES =
  String.raw`\d \W \b \Z \z \A \G \K \h \R \Q \E \e \c \p \p{L} \1 \2 \12 \123 \777 \0 \8 \x \x4 \x41 \u00e9 \u12 ` +
  String.raw`\U0001F600 \U11111111 \N \N{2} \N{SPACE} \- \] \/ \" \_ \\`;
const CLASSES =
  '[a-z] [z-a] [^] [] []] [^]] [[:alpha:]] [\\d-a] [a-\\d] [\\w-] [-a] [a--b] [\\b] [a-b-c] [\\x41-\\x30]';
const TOKENS = `${TAGS} ${GROUPS} ${QUANTIFIERS} ${ESCAPES} ${CLASSES}`.split(' ');

type Slip = (text: string, below: Below, others: readonly string[]) => string;

const replaceAt = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Drops one of the characters `pattern` finds, or doubles it. */
function dropOrDouble(text: string, below: Below, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)];
  const match = found[below(found.length)];
  if (match === undefined) return text;
  const [sign] = match;
  return replaceAt(text, match.index, sign.length, below(3) === 0 ? sign + sign : '');
}

const SLIPS: readonly Slip[] = [
  (text, below) => dropOrDouble(text, below, /[()[\]{}]/g),
  (text, below) => dropOrDouble(text, below, /[()[\]{}\\|?*+^$]/g),
  (text, below) => dropOrDouble(text, below, /./gsu),
  (text, below) => dropOrDouble(text, below, /<[^<> ]+>/g),
  (text, below) => replaceAt(text, below(text.length + 1), below(2), SIGNS[below(SIGNS.length)]!),
  (text, below) => replaceAt(text, below(text.length + 1), 0, TOKENS[below(TOKENS.length)]!),
  (text, below) => replaceAt(text, below(text.length + 1), 0, TOKENS[below(TOKENS.length)]!),
  (text, below) => text.slice(0, below(text.length + 1)),
  (text, below) => text.slice(below(text.length + 1)),
  (text, below) => `(?x)${text.replaceAll(' ', below(2) === 0 ? ' # ' : '\n')}`,
  (text, below) => text.replace(/<HOST>/, TOKENS[below(26)]!),
  (text, below, others) => {
    const other = others[below(others.length)]!;
    const from = below(other.length);
    return replaceAt(text, below(text.length + 1), 0, other.slice(from, from + below(30)));
  },
  (text, below) => {
    const at = below(text.length + 1);
    const end = at + below(12);
    return `${text.slice(0, at)}(${['', '?:', '?i:', '?<=', '?!', '?>', '(?i)'][below(7)]}${text.slice(at, end)})${text.slice(end)}`;
  },
];

/** `text` with one to three slips of a tired hand; `others` are texts to take parts of. */
export function mutate(text: string, below: Below, others: readonly string[]): string {
  let mutated = text;
  for (let slips = 1 + below(3); slips > 0; slips--) {
    mutated = SLIPS[below(SLIPS.length)]!(mutated, below, others);
  }
  // Half of a surrogate pair can't be read from a file, nor be sent to Python.
  return mutated.replace(/\p{Surrogate}/gu, '');
}
