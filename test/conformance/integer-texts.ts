import { damage, randomFrom } from './random';

const plain = [
  '5',
  '0',
  '-1',
  '+10',
  '1_000',
  '007',
  ' 5 ',
  '\t600\n',
  '٥',
  '-٣٤',
  '１２',
  '𝟏𝟘',
  '᧙',
  '᪀',
  '5m',
  '5.0',
  '1e3',
  '0x10',
];
const broken = [
  '',
  ' ',
  '-',
  '+-5',
  '- 5',
  '1__0',
  '_1',
  '1_',
  '\x1c5',
  '\x1c٥',
  '٥\x85',
  '5\u00a0',
  '\ufeff5',
  '5\u200b',
  '²',
  '−5',
  '5\0',
];
const alphabet = [
  ...'0123456789_+- \t\n\v\f',
  '٥',
  '߂',
  '𝟗',
  '\u00a0',
  '\u2003',
  '\x1c',
  '\x85',
  '\ufeff',
  '²',
  'Ⅷ',
  '五',
  'x',
  '.',
];

/** Texts for Python's `int`: right ones, broken ones, and some at its limit of 4,300 digits. */
export function integerTexts(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed);
  const texts: string[] = [
    ...plain,
    ...broken,
    '9'.repeat(4300),
    '9'.repeat(4301),
    `-${'1'.repeat(4300)}`,
    '0'.repeat(4301),
  ];
  while (texts.length < count) {
    const number = random.chance(0.3)
      ? random.pick(plain)
      : String(random.below(random.pick([10, 1000, 2 ** 53])));
    texts.push(random.chance(0.7) ? damage(random, number, alphabet) : number);
  }
  return texts;
}
