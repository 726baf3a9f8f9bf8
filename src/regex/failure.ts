import type { Span } from './tree';

/** Why Python refuses a regular expression. */
export type RegexErrorCode =
  | 'trailing-backslash'
  | 'bad-escape'
  | 'incomplete-escape'
  | 'octal-too-large'
  | 'unknown-character-name'
  | 'unterminated-class'
  | 'bad-range'
  | 'nothing-to-repeat'
  | 'multiple-repeat'
  | 'repeat-min-above-max'
  | 'repeat-too-large'
  | 'unterminated-group'
  | 'unbalanced-parenthesis'
  | 'unterminated-comment'
  | 'unknown-extension'
  | 'missing-name'
  | 'unterminated-name'
  | 'bad-group-name'
  | 'duplicate-group'
  | 'unknown-group'
  | 'open-group'
  | 'group-of-same-look-behind'
  | 'too-many-branches'
  | 'flags-not-at-start'
  | 'bad-flags'
  | 'conflicting-flags'
  | 'variable-look-behind'
  | 'look-behind-too-wide'
  | 'too-deep';

/** An error with its place in the parsed text; `start` is where Python's `re.error.pos` points, if it has one. */
export interface RegexFailure extends Span {
  readonly code: RegexErrorCode;
  readonly message: string;
}

/** Ends the parsing; caught in `parseRegex`, never seen outside of this room. */
export class RegexRefused extends Error {
  constructor(readonly failure: RegexFailure) {
    super(failure.message);
  }
}

const LONGEST_QUOTE = 40;

/** The text to quote in a message, cut where it would fill the screen. */
function quote(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_QUOTE)];
  if (characters.length <= LONGEST_QUOTE) return text;
  return `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}

/** What to write in place of the groups of other languages. */
const EXTENSION_HINTS: ReadonlyMap<string, string> = new Map([
  ['?<', ': write (?P<name>…) for a named group'],
  ['?>', ' before Python 3.11'],
]);

const SENTENCES: Readonly<Record<RegexErrorCode, (subject: string) => string>> = {
  'trailing-backslash': () => 'ends with a single backslash: write \\\\ for a backslash',
  'bad-escape': subject => `Python has no escape ${subject}`,
  'incomplete-escape': subject => `${subject} is incomplete: digits or braces are missing behind it`,
  'octal-too-large': subject => `octal escape ${subject} is above \\377`,
  'unknown-character-name': subject => `there is no character named ${subject}`,
  'unterminated-class': () => 'this [ has no ] that closes it: write \\[ for a bracket',
  'bad-range': subject => `${subject} is no range of characters: write \\- for a hyphen`,
  'nothing-to-repeat': subject => `nothing stands before ${subject} that it could repeat`,
  'multiple-repeat': subject => `${subject} repeats what is repeated already`,
  'repeat-min-above-max': subject => `{${subject}}: the first number is above the second`,
  'repeat-too-large': subject => `{${subject}}: Python counts up to 4294967294 only`,
  'unterminated-group': () => 'this ( has no ) that closes it: write \\( for a parenthesis',
  'unbalanced-parenthesis': () => 'this ) closes nothing: write \\) for a parenthesis',
  'unterminated-comment': () => 'this comment has no ) that closes it',
  'unknown-extension': subject =>
    `Python has no group of the kind (${subject}${EXTENSION_HINTS.get(subject.slice(0, 2)) ?? ''}`,
  'missing-name': subject => `${subject} is missing`,
  'unterminated-name': subject => `this name has no ${subject} that closes it`,
  'bad-group-name': subject => `"${subject}" is no name or number for a group: letters, digits and _ only`,
  'duplicate-group': subject => `a second group named "${subject}": each name may be used once`,
  'unknown-group': subject => `there is no group ${subject}`,
  'open-group': subject => `group ${subject} can't be referred to before it is closed`,
  'group-of-same-look-behind': subject => `group ${subject} is defined in the same look-behind`,
  'too-many-branches': () => 'a condition (?(…)…|…) has two branches at most',
  'flags-not-at-start': subject =>
    `${subject} must stand at the very start: here write ${subject.slice(0, -1)}:…)`,
  'bad-flags': subject => `these flags aren't valid: ${subject}`,
  'conflicting-flags': () => 'flags a and u exclude each other',
  'variable-look-behind': () => 'a look-behind must always match the same number of characters',
  'look-behind-too-wide': () => 'a look-behind over this many characters is too wide for Python',
  'too-deep': () => 'parentheses are nested deeper than Python can follow',
};

/** Stops the parsing with an error at `start` to `end`; `subject` is what the message is about. */
export function refuse(code: RegexErrorCode, start: number, end: number, subject = ''): never {
  const message = SENTENCES[code](quote(subject));
  throw new RegexRefused({ code, message, start, end: Math.max(start, end) });
}
