import { strip } from '../text/python-space';

/** Quotes of any kind that people put around a value; to fail2ban they are part of it. */
const quotes = /^["'`\u00ab\u00b4\u2018-\u201f]+|["'`\u00b4\u00bb\u2018-\u201f]+$/g;

/** Nobody means a word or a number by a longer text, and to look for quotes in it would take long. */
const longest = 200;

/** A text without the quotes and the white space around it; a long text as it is. */
export function unquote(text: string): string {
  if (text.length > longest) return text;
  return strip(strip(text).replace(quotes, ''));
}
