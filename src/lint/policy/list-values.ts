import { isAtLeast, type Release } from '../../knowledge/release';
import { sliceText, type Text } from '../../text/text';
import { logPaths } from '../../values/log-path';
import { splitWords } from '../../values/words';
import type { Jail } from '../model';

/** The elements of an option of a jail that is a list, with their places; undefined for other options, and where nothing sets it. */
export function listOf(jail: Jail, option: string, release: Release): readonly Text[] | undefined {
  const result = jail.option(option)?.result;
  if (result?.kind !== 'text') return undefined;
  const { text } = result;
  switch (option) {
    case 'ignoreip':
      return splitWords(text, isAtLeast(release, '1.1.0'));
    case 'logpath':
      return logPaths(text).map(({ path }) => path);
    case 'port':
      return [...text.value.matchAll(/[^\s,]+/g)].map(({ index, 0: port }) =>
        sliceText(text, index, index + port.length),
      );
    default:
      return undefined;
  }
}
