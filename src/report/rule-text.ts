import type { ExampleTree, Rule } from '../lint/rule';
import { evidenceUrl } from './evidence-url';
import { exampleFiles } from './example-files';
import { optionExample, optionLines } from './rule-options';
import { wrap } from './wrap';

const width = 100;
const indent = '  ';

/** All there is to say about a rule, for a person: what `explain` prints. */
export function ruleText(rule: Rule): string {
  const evidence = rule.evidence.map(each => `${indent}${evidenceUrl(each) ?? each}`);
  const sections = [
    [`${rule.id} (${rule.severity})`, prose(rule.summary)],
    ['why', prose(rule.why)],
    ['bad', example(rule.bad)],
    ['good', example(rule.good)],
    ['fix', prose(rule.fix)],
    ...(rule.options === undefined ? [] : [['options in .f2blintrc', optionText(rule)]]),
    ...(evidence.length === 0 ? [] : [['evidence', evidence.join('\n')]]),
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function prose(text: string): string {
  return wrap(text, width, indent);
}

function example(tree: ExampleTree): string {
  return exampleFiles(tree)
    .map(({ name, lines }) => `${indent}${name}\n${lines.map(exampleLine).join('\n')}`)
    .join('\n\n');
}

function optionText(rule: Rule): string {
  const lines = optionLines(rule).map(
    ({ name, summary, fallback, least }) => `${name}: ${summary}; ${fallback} by default, at least ${least}`,
  );
  return [...lines.map(prose), '', ...optionExample(rule).map(exampleLine)].join('\n');
}

function exampleLine(line: string): string {
  return `${indent}${indent}${line}`.trimEnd();
}
