import type { Argument } from '../resolve/command';
import { quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { accepted, type Refusal } from './refusal';

/** `FIELD=value`: capital letters, digits and `_`, not two `_` in front (sd_journal_add_match(3)). */
const matchForm = /^(?!__)[A-Z0-9_]+=/;

/** The first wrong word of a journal match, in which `+` means or; `text` is where they come from. */
export function checkJournalMatch(words: readonly Argument[], text: Text | undefined): readonly Refusal[] {
  let from = 0;
  for (const word of words) {
    if (typeof word !== 'string') continue;
    const at = text === undefined || word === '' ? -1 : text.value.indexOf(word, from);
    from = Math.max(from, at + word.length);
    if (word === '+' || matchForm.test(word)) continue;
    return [
      {
        code: 'journal-match',
        rule: 'log/bad-journalmatch',
        message: `journalmatch ${quote(word)} is no FIELD=value`,
        advice:
          'write it as journalctl takes it, such as _SYSTEMD_UNIT=ssh.service; put quotes around what holds blanks',
        ...(at >= 0 && { start: at, end: at + word.length }),
      },
    ];
  }
  return accepted;
}
