import type { ExampleTree, Rule } from '../lint/rule';
import { evidenceUrl } from './evidence-url';
import { exampleFiles } from './example-files';
import { wrap } from './wrap';

const width = 100;
const indent = '  ';

/** All there is to say about a rule, for a person: what `explain` prints. */
export function ruleText(rule: Rule): string {
  const blocks = [
    `${rule.id} (${rule.severity})`,
    wrap(rule.summary, width, indent),
    'why',
    wrap(rule.why, width, indent),
    'bad',
    example(rule.bad),
    'good',
    example(rule.good),
    'fix',
    wrap(rule.fix, width, indent),
    ...(rule.evidence.length === 0 ? [] : ['evidence', rule.evidence.map(evidenceLine).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function example(tree: ExampleTree): string {
  return exampleFiles(tree)
    .map(({ name, lines }) => `${indent}${name}\n${lines.map(exampleLine).join('\n')}`)
    .join('\n\n');
}

function exampleLine(line: string): string {
  return `${indent}${indent}${line}`.trimEnd();
}

function evidenceLine(evidence: string): string {
  return `${indent}${evidenceUrl(evidence) ?? evidence}`;
}
