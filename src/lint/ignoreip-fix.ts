import type { Setup } from '../resolve/setup';
import { quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { networksOfRange } from '../values/address-range';
import type { IgnoreipFault } from '../values/ignoreip-word';
import type { Fix } from './fix';
import type { IgnoreipWord } from './ignoreip-words';
import { replaceWritten } from './make-fix';

/** Words between addresses; they exempt nobody, so nothing is lost with them. */
const joining: ReadonlySet<string> = new Set('and or to plus also und oder y et'.split(' '));

/** The fix for a word of `ignoreip` that is no address: what it was meant to be, as who is exempt is for the admin to say. */
export function ignoreipFix(
  setup: Setup,
  text: Text,
  word: IgnoreipWord,
  { suggestion }: IgnoreipFault,
): Fix | undefined {
  if (joining.has(word.word.toLowerCase())) return withoutWord(setup, text, word);
  const meant = suggestion ?? networksOfRange(word.word)?.join(' ');
  return meant === undefined ? undefined : exemptInstead(setup, text, word, meant);
}

/** Addresses in place of a word. */
export function exemptInstead(
  setup: Setup,
  text: Text,
  { start, end }: IgnoreipWord,
  by: string,
): Fix | undefined {
  const fix = replaceWritten(setup, `write ${by}`, text, by, start, end);
  return fix && { ...fix, decision: 'which addresses are exempt' };
}

/** A word goes with the blanks in front of it, or those behind it where it is the first of its line. */
function withoutWord(setup: Setup, text: Text, { word, start, end }: IgnoreipWord): Fix | undefined {
  const before = /[ ,\t]+$/.exec(text.value.slice(0, start))?.[0].length ?? 0;
  const behind = before > 0 ? 0 : (/^[ ,\t]+/.exec(text.value.slice(end))?.[0].length ?? 0);
  return replaceWritten(setup, `delete ${quote(word)}`, text, '', start - before, end + behind);
}
