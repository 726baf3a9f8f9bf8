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
  for (const name of [...asked.names, ...asked.namesOfTags]) {
    if (variableValue(now, name) !== variableValue(variables, name)) return undefined;
  }
  for (const name of asked.namesInFile) {
    if (variableValue(now, name) !== undefined) return undefined;
  }
  // a name with a conditional variant keeps its tags
  for (const name of texts.keys()) if (name.includes('?')) return undefined;
  const unchanged = new Map<string, Text | undefined>();
  for (const { name } of known) {
    if (parameters.has(name) || !options.has(name)) continue;
    if (values.has(name)) return undefined;
    unchanged.set(name, texts.get(name));
  }
  for (const name of parameters.keys()) unchanged.set(name, texts.get(name));
  return unchanged;
}
