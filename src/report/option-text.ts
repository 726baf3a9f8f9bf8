import type { KnownOption } from '../knowledge/known-option';
import type { Rule } from '../lint/rule';
import {
  actsThrough,
  defaultInWords,
  homes,
  natureOf,
  owners,
  releasesInWords,
  rulesAbout,
  valueInWords,
} from './option-facts';
import { wrap } from './wrap';

const width = 100;
const indent = '  ';

/** All there is to say about the options of one name, for a person: what `explain` prints. */
export function optionsText(options: readonly KnownOption[], rules: readonly Rule[]): string {
  return options.map(option => optionText(option, rules)).join('\n');
}

function optionText(option: KnownOption, rules: readonly Rule[]): string {
  const examples = option.examples?.map(example => `${indent}${option.name} = ${example}`) ?? [];
  const related = rulesAbout(option, rules).map(id => `${indent}${id}`);
  const acts = actsThrough(option);
  const sections = [
    [`${option.name} (${natureOf(option)} of ${owners[option.reader]})`, prose(option.description)],
    ...(acts === undefined ? [] : [[prose(acts)]]),
    ['value', prose(valueInWords(option))],
    ['default', prose(defaultInWords(option))],
    ...(examples.length === 0 ? [] : [['for example', ...examples]]),
    ['where', prose(homes[option.reader])],
    ['releases', prose(releasesInWords(option))],
    ...(related.length === 0 ? [] : [['rules', ...related]]),
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function prose(text: string): string {
  return wrap(text, width, indent);
}
