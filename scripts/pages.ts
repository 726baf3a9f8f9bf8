import type { Rule } from '../src/api';
import { compileSchema } from '../src/cli/compile-schema';
import { knownOptions } from '../src/knowledge/option-table';
import { policyRule } from '../src/lint/policy/rule';
import { optionPage } from './option-page';
import { rulePage } from './rule-page';
import { ruleTable } from './rule-table';

/** The rule for policies of one's own, as it is with the example of its page. */
const policy = policyRule(
  compileSchema({
    properties: {
      jails: {
        additionalProperties: {
          properties: {
            bantime: { title: 'our bans last from an hour to a week', minimum: 3600, maximum: 604800 },
          },
        },
      },
    },
  }),
);

/** The files of `docs/rules`, and `docs/options.md`: path below the root of the repository -> text. */
export function pages(builtIn: readonly Rule[]): ReadonlyMap<string, string> {
  const rules = [...builtIn, policy].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map([
    ['docs/options.md', optionPage(knownOptions, rules)],
    ['docs/rules/README.md', ruleTable(rules)],
    ...rules.map(
      rule =>
        [
          `docs/rules/${rule.id}.md`,
          rule === policy ? rulePage(rule, builtIn, 'src/lint/policy/rule.ts') : rulePage(rule, builtIn),
        ] as const,
    ),
  ]);
}
