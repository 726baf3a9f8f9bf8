import { isPackagedFile } from '../knowledge/packaged-files';
import type { Setup } from '../resolve/setup';
import { piecesBetween } from '../text/pieces';
import type { Text } from '../text/text';
import type { Jail } from './model';
import { atText, type Place } from './place';

/**
 * Where a finding about the text of a jail's option itself stands: where an admin wrote it, else the header of the jail's section
 * in the admin's files, else the option. Undefined where none of them stands in a file.
 */
export function writtenPlace(setup: Setup, jail: Jail, option: string, text: Text): Place | undefined {
  const setting = jail.option(option)?.setting;
  const pieces = piecesBetween(text, 0, text.value.length);
  const writtenByAdmin = pieces.some(({ file }) => !isPackagedFile(setup.sources(file)?.name ?? ''));
  const header = writtenByAdmin ? undefined : jail.header();
  if (header !== undefined) return header;
  return pieces.length > 0 || setting !== undefined ? atText(text, setting) : undefined;
}
