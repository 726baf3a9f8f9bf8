import type { Rule } from '../lint/rule';
import { ruleUrl } from './rule-url';

/** All rules for a person, a line each: severity, id, what it finds. */
export function ruleListText(rules: readonly Rule[]): string {
  const idWidth = Math.max(0, ...rules.map(rule => rule.id.length));
  return rules
    .map(({ severity, id, summary }) => `${severity.padEnd(7)}  ${id.padEnd(idWidth)}  ${summary}\n`)
    .join('');
}

/** All rules for a program, with the fields of schemas/rules.schema.json. */
export function ruleListJson(rules: readonly Rule[]): string {
  const document = {
    schemaVersion: 1,
    rules: rules.map(({ id, severity, summary, why, fix, options = {}, evidence }) => ({
      id,
      severity,
      summary,
      why,
      fix,
      options: Object.entries(options).map(([name, option]) => ({
        name,
        summary: option.summary,
        unit: option.unit,
        default: option.default,
        minimum: option.minimum,
      })),
      evidence,
      url: ruleUrl(id),
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
