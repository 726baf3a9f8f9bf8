import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { TextFile } from '../resolve/source';
import { type Piece, piecesBetween } from '../text/pieces';
import type { Position, Span } from '../text/span';
import type { Text } from '../text/text';
import type { Mend, ReasonCode, Refusal } from './refusal';

/** Where a reason stands: a part of the places that rules can name (src/lint/place.ts). */
export type ReasonPlace =
  | { readonly kind: 'span'; readonly file: TextFile; readonly span: Span }
  | { readonly kind: 'position'; readonly file: TextFile; readonly position: Position }
  | { readonly kind: 'value'; readonly setting: Setting }
  | {
      readonly kind: 'text';
      readonly text: Text;
      readonly start: number;
      readonly end: number;
      readonly setting: Setting | undefined;
    };

/** What fail2ban does: it ends and no jail runs; it leaves out one jail; it ends because it would have to leave out every jail. */
export type Effect = 'down' | 'skipped' | 'none-left';

/** Why fail2ban doesn't come up, or not with this jail. */
export interface Reason {
  readonly code: ReasonCode;
  readonly rule: string;
  /** What is refused; lower case, no full stop. */
  readonly problem: string;
  /** The same with what fail2ban does then. */
  readonly message: string;
  readonly advice: string | undefined;
  readonly effect: Effect;
  readonly place: ReasonPlace;
  readonly jail: string | undefined;
  readonly option: string | undefined;
  readonly mend: (Mend & { readonly text: Text }) | undefined;
}

/** What a refusal is about. */
export interface Subject {
  readonly text: Text | undefined;
  /** Stands in for a text that is written nowhere, such as an empty one. */
  readonly setting: Setting | undefined;
  readonly jail: string | undefined;
  readonly option: string | undefined;
}

const effectWords: Readonly<Record<Effect, string>> = {
  down: 'fail2ban does not start and every jail is down',
  skipped: 'fail2ban leaves this jail out',
  'none-left': 'no enabled jail is left, so fail2ban does not start',
};

/** A refusal with its effect and place. */
export function reasonFor(setup: Setup, refusal: Refusal, subject: Subject, effect: Effect): Reason {
  const { code, rule, message, advice, mend } = refusal;
  const { jail, option } = subject;
  const text = refusal.text ?? subject.text;
  return {
    code,
    rule,
    problem: message,
    message: `${message}; ${effectWords[effect]}`,
    advice,
    effect,
    place:
      (text && textPlace(text, refusal.start, refusal.end, subject.setting)) ??
      (subject.setting && { kind: 'value', setting: subject.setting }) ??
      jailPlace(setup, jail),
    jail,
    option,
    mend: mend && text && { text, ...mend },
  };
}

/** The part of a text if it stands in a file, else the character before it, else all of the text. */
function textPlace(
  text: Text,
  start = 0,
  end = text.value.length,
  setting: Setting | undefined = undefined,
): ReasonPlace | undefined {
  const own = setting && ownPiece(text, start, end, setting);
  if (own !== undefined) return { kind: 'text', text, start: own.at, end: own.at + own.length, setting };
  const tries = [
    [start, end],
    [start, start + 1],
    [start - 1, start],
    [0, text.value.length],
  ] as const;
  const found = tries.find(([from, to]) => piecesBetween(text, from, to).length > 0);
  return found && { kind: 'text', text, start: found[0], end: found[1], setting };
}

/** What of a glued part stands in the option itself, behind something from elsewhere: that may be sound. */
function ownPiece(text: Text, start: number, end: number, { file, option }: Setting): Piece | undefined {
  const pieces = piecesBetween(text, start, end);
  const [first] = option.valueLines;
  const last = option.valueLines.at(-1);
  if (first === undefined || last === undefined || pieces.length < 2) return undefined;
  const own = pieces.find(
    piece => piece.file === file.path && piece.start >= first.start && piece.end <= last.end,
  );
  return own === pieces[0] ? undefined : own;
}

/** The header of a jail in the last file that has one; the first line of the last file without. */
function jailPlace(setup: Setup, jail: string | undefined): ReasonPlace {
  const files = [...setup.jailFamily.files].reverse();
  for (const file of files) {
    const section = file.tree.sections.findLast(each => each.name === jail);
    if (section !== undefined) return { kind: 'span', file, span: section.header };
  }
  return filePlace(files[0] ?? missingFile(setup, 'jail.local'));
}

/** The first line of a file; of one that is not UTF-8 the first bad byte. */
export function filePlace(file: TextFile): ReasonPlace {
  const { entry } = file;
  if (entry.kind === 'undecodable') {
    return { kind: 'position', file, position: { line: entry.line, column: entry.column } };
  }
  return { kind: 'span', file, span: { start: 0, end: 0 } };
}

/** A file that isn't there, so that a message can stand where a person would make it. */
export function missingFile({ snapshot }: Setup, name: string): TextFile {
  return { path: `${snapshot.root}/${name}`, name, entry: { kind: 'text', text: '' }, text: '' };
}
