import type { Severity } from '../lint/finding';
import type { Rule } from '../lint/rule';
import { markdownProse } from './markdown';
import { ruleUrl } from './rule-url';

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
    fullDescription: { text: sarifText(why) },
    helpUri: url,
    help: {
      text: sarifText(`${why}\n\nHow to mend it: ${fix}\n\n${url}`),
      markdown: `${markdownProse(why)}\n\n**How to mend it:** ${markdownProse(fix)}\n\n[${id}](${url})`,
    },
    defaultConfiguration: { level: sarifLevel[severity] },
    properties: { tags: [id.slice(0, id.indexOf('/'))] },
  };
}

/** A plain text message; `[x](y)` in it would be a link (SARIF 2.1.0, 3.11.6). */
export function sarifText(text: string): string {
  return text.replaceAll('](', ']\\(');
}
