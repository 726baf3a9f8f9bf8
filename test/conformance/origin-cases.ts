import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { defaultRelease } from '../../src/knowledge/release';
import { type Effective, effectiveOptions, ownOptions } from '../../src/resolve/effective';
import { jailNames } from '../../src/resolve/family';
import { createPlaces, type Places } from '../../src/resolve/places';
import { definitionNames, resolve, type Setup } from '../../src/resolve/setup';
import { type Piece, piecesBetween, piecesOf } from '../../src/text/pieces';
import type { Position } from '../../src/text/span';
import type { Text } from '../../src/text/text';
import type { Random } from './random';

/** A change of one file, and the value that an option has then if its origin is told right. */
export interface OriginCase {
  readonly root: string;
  readonly family: string;
  readonly section: string;
  readonly option: string;
  readonly interpolated: boolean;
  readonly file: string;
  /** What is replaced: offsets in bytes. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly before: string;
  readonly expected: string;
}

interface Candidate {
  readonly family: string;
  readonly section: string;
  readonly effective: Effective;
}

/** A candidate with its value and the parts of that which are not empty. */
interface Drawn extends Candidate {
  readonly value: Text;
  readonly pieces: readonly Piece[];
}

const replacement = 'f2bq1';

/**
 * Draws values of a tree that a file of `source` has a part in, those made by interpolation first, and at most two of one
 * option. `root` holds `source` laid over a stock tree.
 */
export function originCases(
  root: string,
  source: string,
  count: number,
  random: Random,
): readonly OriginCase[] {
  const setup = resolve(diskSnapshot(root), defaultRelease);
  const places = createPlaces(setup.sources);
  const shuffled = shuffle(candidates(setup), random);
  const drawn = new Map<string, number>();
  const cases: OriginCase[] = [];
  for (const candidate of [
    ...shuffled.filter(isInterpolated),
    ...shuffled.filter(each => !isInterpolated(each)),
  ]) {
    if (cases.length === count) break;
    const { name, result } = candidate.effective;
    const times = drawn.get(name) ?? 0;
    if (times === 2 || result.kind !== 'text') continue;
    const pieces = piecesOf(result.text).filter(({ length }) => length > 0);
    if (!pieces.some(({ file }) => existsSync(join(source, file.slice(root.length + 1))))) continue;
    drawn.set(name, times + 1);
    cases.push(change({ ...candidate, value: result.text, pieces }, places, root, random));
  }
  return cases;
}

function isInterpolated({ effective: { result, raw } }: Candidate): boolean {
  return result.kind === 'text' && result.text !== raw;
}

function candidates(setup: Setup): readonly Candidate[] {
  const { jailFamily, jailLookup } = setup;
  const jails = jailFamily.failures.length > 0 ? [] : jailNames(jailFamily);
  const found = jails.flatMap(section =>
    effectiveOptions(jailLookup, section).map(effective => ({ family: 'jail', section, effective })),
  );
  for (const kind of ['filter', 'action'] as const) {
    for (const name of definitionNames(setup, kind)) {
      const merged = setup.loadAlone(`${kind}.d/${name}`);
      if (merged.failures.length > 0) continue;
      const sections = [...merged.sections.keys()].filter(
        each => each !== 'INCLUDES' && !each.startsWith('KNOWN/'),
      );
      for (const section of sections) {
        for (const effective of ownOptions({ merged }, section))
          found.push({ family: merged.base, section, effective });
      }
    }
  }
  return found;
}

/** Replaces one part of a value, or some characters of it, in its file. */
function change(drawn: Drawn, places: Places, root: string, random: Random): OriginCase {
  const { value, pieces } = drawn;
  const chosen = stretch(random.pick(pieces), value, random);
  const { file, start, end } = places.range(chosen);
  const bytes = (position: Position) => Buffer.byteLength(file.text.slice(0, offsetOf(file.text, position)));
  return {
    root,
    family: drawn.family,
    section: drawn.section,
    option: drawn.effective.name,
    interpolated: isInterpolated(drawn),
    file: file.path,
    start: bytes(start),
    end: bytes(end),
    text: replacement,
    before: value.value,
    expected: replaceEverywhere(value, pieces, chosen),
  };
}

/** The whole piece or, half the time, a stretch of it. */
function stretch(piece: Piece, value: Text, random: Random): Piece {
  const characters = value.value.slice(piece.at, piece.at + piece.length);
  if (random.chance(0.5) || /[\ud800-\udfff]/.test(characters)) return piece;
  const from = random.below(piece.length);
  const to = from + 1 + random.below(piece.length - from);
  const [cut] = piecesBetween(value, piece.at + from, piece.at + to);
  return cut ?? piece;
}

/** A value may hold the same characters of a file several times. */
function replaceEverywhere(value: Text, pieces: readonly Piece[], { file, start, end }: Piece): string {
  let text = value.value;
  for (const piece of [...pieces].reverse()) {
    if (piece.file !== file || piece.start > start || piece.end < end) continue;
    const isLiteral = piece.length === piece.end - piece.start;
    const from = isLiteral ? piece.at + (start - piece.start) : piece.at;
    const to = isLiteral ? from + (end - start) : piece.at + piece.length;
    text = text.slice(0, from) + replacement + text.slice(to);
  }
  return text;
}

/** Where a line and column are, by splitting the text: the line index has to be right too. */
function offsetOf(text: string, { line, column }: Position): number {
  const parts = text.split(/(\r\n|\r|\n)/);
  return parts.slice(0, 2 * (line - 1)).join('').length + column - 1;
}

function shuffle<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
