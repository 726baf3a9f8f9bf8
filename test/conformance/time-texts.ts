import { damage, type Random, randomFrom } from './random';

const unitWords =
  's ss se sec second seconds m mm mi min minute minutes h hh ho hou hour hours d dd da day days w ww we wee week weeks ' +
  'mo mon month months y yy ye yea year years H Min DAYS Week Y 1h';
const units = unitWords.split(' ');
const wrongUnits = 'hr hrs mins secs j jours dias wk yrs ms x apples hs mss dayss M5 h_ é 분 h²'.split(' ');
const words =
  'forever permanent never infinite none null h one a half and or not if else class import _ bantime'.split(
    ' ',
  );
const literals =
  '010 00 0_0 0x10 0xff 0x_10 0b_1 0b1 0o17 0o_17 1e3 1e+3 1E-2 1_000 1__0 1_ 1. .5 1.5 0.25 5j 1.5J 010.5 1 000 2² ٥ ５'.split(
    ' ',
  );
/** Harmless to run: nothing here reads, writes or ends anything. */
const python =
  'None True False ... () [] {} "1h" \'600\' "" b"5" r"\\d" """a""" "\\n" "\\x" max abs(-5) max(5,3) int("5") len([1]) ' +
  '[1h] (5,) {5} {5:6} {[]} not 5 time val "5"*2 (1,2)[0] 5(3) 5[0] lambda:5 (5).real "5"+5 None+1 ~5 ~.5 {{bantime}} ' +
  '[x*2 for x in(1,2)] {()} 5in(5,) None is None 5==None 1if"a"else 2 f"5"';
const operators = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '&',
  '|',
  '^',
  '@',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  ' in ',
  ' is ',
];
const joints = ['', ' ', '+', '-', ' + ', ' - ', '*'];
const wrongJoints = [', ', ' and ', '  ', '\t', '\n', ' or ', ';', ':', ' # '];
const spaces = ['', '', ' '];
const wrongSpaces = ['  ', '\t', '\n', '\r\n', '\f', '\v', '\u00a0', '\u2009', '\x1c', '\x85', '\u3000'];
const alphabet = [
  ...'0123456789hmdwysojxeE+-*/%()[]{}.,_ \t\n\r\f\\\'"#&|^~<>=!@$?:;`',
  ...[
    'ſ',
    'ı',
    'İ',
    '\u212a',
    '\u00a0',
    '\x1c',
    '\x85',
    '\ufeff',
    '\u200b',
    '٣',
    '𝟏',
    '²',
    'é',
    '\u0301',
    '日',
    '😀',
    '\0',
  ],
];

/** Texts that people write, or might write, for a time: right, odd and broken ones. */
export function timeTexts(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed);
  const texts: string[] = [];
  while (texts.length < count) {
    const text = random.pick([sum, sum, sum, expression, expression, power, oddity])(random);
    const damaged = random.chance(0.3) ? damage(random, text, alphabet) : text;
    if (isQuick(text, damaged)) texts.push(damaged);
  }
  return texts;
}

/** A slip may turn `2*3d` into a power that Python takes hours for. */
function isQuick(text: string, damaged: string): boolean {
  return damaged === text || !/\*\*|<</.test(damaged);
}

function sum(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(4) }, () => amount(random));
  const text = parts.join(random.pick(random.chance(0.8) ? joints : wrongJoints));
  return random.chance(0.1) ? random.pick(wrongSpaces) + text + random.pick(wrongSpaces) : text;
}

function amount(random: Random): string {
  if (random.chance(0.02)) return random.pick(words);
  const number = random.chance(0.06)
    ? random.pick(literals)
    : String(random.below(random.pick([3, 60, 1000, 1e7])));
  const decimals = random.chance(0.1) ? `.${random.below(100)}` : '';
  const unit = random.chance(0.04) ? random.pick(wrongUnits) : random.chance(0.25) ? '' : random.pick(units);
  return number + decimals + random.pick(random.chance(0.05) ? wrongSpaces : spaces) + unit;
}

function expression(random: Random, depth = 0): string {
  if (depth > 3 || random.chance(0.25)) return random.chance(0.08) ? oddity(random) : amount(random);
  const inner = (): string => expression(random, depth + 1);
  switch (random.below(9)) {
    case 0:
      return `(${inner()})`;
    case 1:
      return random.pick(['-', '+', '~', 'not ']) + inner();
    case 2:
      return `${inner()} if ${inner()} else ${inner()}`;
    case 3:
      return `${inner()} ${random.pick(['and', 'or'])} ${inner()}`;
    case 4:
      return `(${inner()})/(${inner()})`;
    default:
      return `${inner()}${random.pick(spaces)}${random.pick(operators)}${inner()}`;
  }
}

/** Powers and shifts, small enough for both sides, and divisions with a sign. */
function power(random: Random): string {
  const base = random.pick(['2', '9', '0', '-3', '1h', '(1d+1)', '1.5', '(-8)', '10', '1mo', 'True', '5j']);
  const exponent = random.pick(['2', '3', '0', '-1', '-2', '.5', '(-.5)', '1', '0.', '2**2']);
  const shift = random.pick(['<<', '>>']) + random.pick(['1', '3', '60', '0', '-1', '1.']);
  const division = random.pick(['//', '%', '/']) + random.pick(['7', '-7', '2.5', '-2.5', '-.7', '0.']);
  const text = random.pick([
    `${base}**${exponent}`,
    `(${base}${shift})`,
    base + division,
    `-${base}${division}`,
  ]);
  return random.chance(0.3) ? `${text} + ${amount(random)}` : text;
}

function oddity(random: Random): string {
  return random.chance(0.4) ? random.pick(literals) : random.pick(python.split(' '));
}
