import type { Rule } from '../src/api';
import { knownOptions } from '../src/knowledge/option-table';
import { optionPage } from './option-page';
import { rulePage } from './rule-page';
import { ruleTable } from './rule-table';

/** The files of `docs/rules`, and `docs/options.md`: path below the root of the repository -> text. */
export function pages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['docs/options.md', optionPage(knownOptions, rules)],
    ['docs/rules/README.md', ruleTable(rules)],
    ...rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
  ]);
}
