import { isKnownOption, optionsOf } from '../knowledge/options';
import { isPackagedFile } from '../knowledge/packaged-files';
import type { Setup } from '../resolve/setup';
import { optionAt } from '../syntax/option-at';
import { piecesBetween } from '../text/pieces';
import { atText, atValue, type Place } from './place';
import type { UsedValue } from './used-values';

/** What stands in these is an argument that was written for the option of its name. */
const callOptions: readonly string[] = [...optionsOf('jail').values()]
  .filter(({ format }) => format === 'filter-call' || format === 'action-calls')
  .map(({ name }) => name);

/**
 * Where a wrong value stands: the characters `start` to `end` where they are written. Where those are sound in themselves, because
 * they are the value of another option (one that is not among `kin`, the options that want the same) or come from a packaged file,
 * it is the reference to them that is wrong.
 */
export function placeOfValue(
  { sources }: Setup,
  { text, setting }: UsedValue,
  kin: Iterable<string>,
  start = 0,
  end = text.value.length,
): Place {
  const [piece] = piecesBetween(text, start, end);
  const file = piece && sources(piece.file);
  const written = piece && file && optionAt(file.tree, piece.start);
  if (written === undefined || setting === undefined || written === setting.option) {
    return atText(text, setting, start, end);
  }
  const isSound =
    isPackagedFile(file?.name ?? '') ||
    (isKnownOption('jail', written.key) && ![...kin, ...callOptions].includes(written.key));
  return isSound && !isPackagedFile(setting.file.name) ? atValue(setting) : atText(text, setting, start, end);
}
