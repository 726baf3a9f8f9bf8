import type { Severity } from '../lint/finding';
import type { Rule } from '../lint/rule';
import { markdownProse } from './markdown';
import { ruleUrl } from './rule-url';
import { wrap } from './wrap';

export const sarifLevel: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** What there is to say about a rule, in SARIF's words: a row of the table that results point into. */
export function sarifRule({ id, severity, summary, why, fix }: Rule) {
  const url = ruleUrl(id);
  return {
    id,
    shortDescription: { text: sarifText(summary) },
    fullDescription: { text: sarifText(prose(why)) },
    helpUri: url,
    help: {
      text: sarifText(`${prose(why)}\n\nHow to mend it: ${prose(fix)}\n\n${url}`),
      markdown: `${markdownProse(prose(why))}\n\n**How to mend it:** ${markdownProse(prose(fix))}\n\n[${id}](${url})`,
    },
    defaultConfiguration: { level: sarifLevel[severity] },
    properties: { tags: [id.slice(0, id.indexOf('/'))] },
  };
}

/** A paragraph on one line. */
function prose(text: string): string {
  return wrap(text, Number.POSITIVE_INFINITY, '');
}

/** A plain text message; `[x](y)` in it would be a link (SARIF 2.1.0, 3.11.6). */
export function sarifText(text: string): string {
  return text.replaceAll('](', ']\\(');
}
