import { strip } from '../text/python-space';

/** Quotes of any kind that people put around a value; to fail2ban they are part of it. */
const quotes = /^["'`\u00ab\u00b4\u2018-\u201f]+|["'`\u00b4\u00bb\u2018-\u201f]+$/g;

/** A text without the quotes and the white space around it. */
export function unquote(text: string): string {
  return strip(strip(text).replace(quotes, ''));
}
