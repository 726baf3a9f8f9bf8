import type { InterpolationError } from '../resolve/interpolate';
import type { Setup } from '../resolve/setup';
import { optionAt } from '../syntax/option-at';
import type { Option } from '../syntax/tree';
import { piecesBetween } from '../text/pieces';
import type { Edit, Fix } from './fix';
import { replaceText } from './make-fix';
import { atSpan } from './place';

/** The fix for a `%` that starts nothing: all of its kind in the option are doubled. Undefined where it isn't written as it is read. */
export function percentFix(
  setup: Setup,
  { kind, text, start, end, names }: InterpolationError,
): Fix | undefined {
  const [piece] = piecesBetween(text, start, start + 1);
  const file = piece && setup.sources(piece.file);
  const option = piece && file && optionAt(file.tree, piece.start);
  if (piece === undefined || file === undefined || option === undefined) return undefined;
  const [, name] = /^%\(([^()\s]+)\)/.exec(text.value.slice(start, start + 60)) ?? [];
  if (kind === 'unclosed' && name !== undefined) {
    if (![...names()].includes(name.toLowerCase())) return undefined;
    const behind = piece.start + name.length + 3;
    return replaceText(setup, `write %(${name})s`, atSpan(file, { start: behind, end: behind }), 's');
  }
  if (kind === 'unclosed' && /^%\([^()\s]/.test(text.value.slice(start, end + 2))) return undefined;
  const strays = strayPercents(file.text, option);
  const places = strays.map(at => atSpan(file, { start: at, end: at + 1 }));
  const [first] = places;
  if (first === undefined) return undefined;
  const edits = places.map((at): Edit => ({ kind: 'replace', at, text: '%%' }));
  const title = strays.length === 1 ? 'write %%' : `write %% for each of the ${strays.length} percent signs`;
  return { ...replaceText(setup, title, first, '%%'), edits };
}

/** Every `%` of a value that is neither doubled nor starts a reference, however it is meant. */
function strayPercents(text: string, { valueLines }: Option): readonly number[] {
  return valueLines.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    return [...line.matchAll(/%%|%\([^)]+\)s|%/g)].flatMap(({ 0: found, index }) =>
      found === '%' ? [start + index] : [],
    );
  });
}
