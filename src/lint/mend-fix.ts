import type { Mend } from '../preflight/refusal';
import type { Setup } from '../resolve/setup';
import { excerpt } from '../text/excerpt';
import type { Text } from '../text/text';
import type { Fix } from './fix';
import { replaceWritten } from './make-fix';

/** The fix for what fail2ban refuses, where it is known what to write instead and that stands in one place. */
export function mendFix(setup: Setup, mend: (Mend & { readonly text: Text }) | undefined): Fix | undefined {
  if (mend === undefined) return undefined;
  const { text, start = 0, end = text.value.length, by, decision } = mend;
  const title = by === '' ? 'delete this' : `write ${excerpt(by)}`;
  const fix = replaceWritten(setup, title, text, by, start, end);
  return fix && { ...fix, ...(decision !== undefined && { decision }) };
}
