import type { Text } from '../text/text';
import { type Definition, inLowerCase } from './definition';
import type { Value } from './interpolate';
import { variableValue } from './read-option';

/**
 * What the second reading of a filter would give, with the values its jail has read by then, if it can be told from the first.
 * `texts` are those of the first, which met no error and in which each text was worked out for itself. Undefined where one of
 * the names they hang on now stands for something else.
 */
export function unchangedTexts(
  definition: Definition,
  texts: ReadonlyMap<string, Text | undefined>,
  values: ReadonlyMap<string, Value | null>,
): ReadonlyMap<string, Text | undefined> | undefined {
  const { known, options, parameters, variables, asked } = definition;
  const given = inLowerCase(parameters);
  const now = [given, values];
  let isLike = true;
  const compare = (name: string) => {
    isLike &&= variableValue(now, name) === variableValue(variables, name);
  };
  asked.names.forEach(compare);
  asked.namesOfTags.forEach(compare);
  asked.namesInFile.forEach(name => {
    isLike &&= variableValue(now, name) === undefined;
  });
  // a name with a conditional variant keeps its tags
  texts.forEach((_, name) => {
    isLike &&= !name.includes('?');
  });
  const unchanged = new Map<string, Text | undefined>();
  known.forEach(({ name }) => {
    if (parameters.has(name) || !options.has(name)) return;
    isLike &&= !values.has(name);
    unchanged.set(name, texts.get(name));
  });
  parameters.forEach((_, name) => {
    unchanged.set(name, texts.get(name));
  });
  return isLike ? unchanged : undefined;
}
