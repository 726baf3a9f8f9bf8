import type { ReaderOption } from '../knowledge/reader-options';
import { isAtLeast, type Release } from '../knowledge/release';
import type { Text } from '../text/text';
import type { Family } from './family';
import type { Value } from './interpolate';
import { splitCondition } from './merge';
import { type Lookup, type OptionResult, readOption, type Variables, variableValue } from './read-option';
import type { Setting } from './setting';

/** An option that ends the load of everything because its text can't be made. */
export interface OptionError {
  readonly kind: 'option';
  readonly section: string;
  readonly option: string;
  readonly setting: Setting | undefined;
  readonly result: OptionResult;
}

/**
 * A filter or action while a jail reads it (`DefinitionInitConfigReader` of client/configreader.py). A filter is read twice, and what
 * the first time left in `parameters` and `remembered` counts the second time.
 */
export interface Definition {
  readonly family: Family;
  readonly known: readonly ReaderOption[];
  readonly release: Release;
  /** What the jail passed, then `[Init]` and `known/…`. */
  readonly parameters: Map<string, Text>;
  /** Options of `[Definition]`; undefined where there is no such section. */
  options: Map<string, Text | undefined>;
  /** Values that win over the file's own while it is interpolated. */
  variables: Variables;
  /** Tags looked up in the file, found or not. */
  readonly remembered: Map<string, Text | undefined>;
  readonly asked: Asked;
}

/** Names in lower case on which the texts hang. */
interface Asked {
  /** Looked up with the variables, to interpolate options. */
  readonly names: Set<string>;
  /** Looked up with the variables because of a tag, or to interpolate what the tag stands for. */
  readonly namesOfTags: Set<string>;
  /** Looked up in the file alone, though with the variables where a tag asks for that option. */
  readonly namesInFile: Set<string>;
}

export function createDefinition(
  family: Family,
  known: readonly ReaderOption[],
  parameters: ReadonlyMap<string, Text>,
  release: Release,
): Definition {
  return {
    family,
    known,
    release,
    parameters: new Map(parameters),
    options: new Map(),
    variables: [],
    remembered: new Map(),
    asked: { names: new Set(), namesOfTags: new Set(), namesInFile: new Set() },
  };
}

/**
 * Reads the options of `[Definition]` and `[Init]`. `jailValues` are what the jail has read so far, by name in lower case. With
 * `everything` also what fail2ban doesn't know. Gives what goes wrong; reading goes on behind it.
 */
export function readDefinition(
  definition: Definition,
  jailValues: ReadonlyMap<string, Value | null>,
  everything: boolean,
): readonly OptionError[] {
  const { family, parameters, known, asked } = definition;
  const alone: Lookup = { merged: family };
  const given = inLowerCase(parameters);
  const withVariables: Lookup = { merged: family, variables: [given, jailValues], asked: asked.names };
  const isGiven = (name: string) => parameters.has(name) || jailValues.has(name);
  const errors: OptionError[] = [];
  const options = new Map<string, Text | undefined>();

  function read(lookup: Lookup, section: string, option: string): Text | undefined {
    const { setting, result } = readOption(lookup, section, option);
    if (result.kind === 'text') return result.text;
    const own = setting ?? family.sections.get(section)?.get(option);
    if (result.kind === 'error' || (result.kind === 'no-option' && own !== undefined)) {
      errors.push({ kind: 'option', section, option, setting: own, result });
    }
    return undefined;
  }

  const hasDefinition = family.sections.has('Definition');
  known.forEach(({ name }) => {
    if (isGiven(name)) return;
    const text = hasDefinition ? read(withVariables, 'Definition', name) : undefined;
    if (text !== undefined || !hasDefinition) options.set(name, text);
  });
  definition.options = options;
  definition.variables = [given, jailValues];
  family.sections.get('Init')?.forEach((_, name) => {
    if (name === '__name__' || (name.startsWith('known/') && parameters.has(name))) return;
    const text = read(alone, 'Init', name);
    if (text !== undefined) addInit(definition, name, text, isGiven);
  });
  if (everything) {
    const inFile: Lookup = { merged: family, asked: asked.namesInFile };
    family.sections.get('Definition')?.forEach((_, name) => {
      if (name === '__name__' || options.has(name)) return;
      asked.namesInFile.add(name);
      const text = read(inFile, 'Definition', name);
      if (text !== undefined) options.set(name, text);
    });
  }
  return errors;
}

/** Parameters by their names in lower case; the last of two wins. */
export function inLowerCase(parameters: ReadonlyMap<string, Text>): ReadonlyMap<string, Text> {
  const given = new Map<string, Text>();
  parameters.forEach((text, name) => {
    given.set(name.toLowerCase(), text);
  });
  return given;
}

/** `[Init]` gives a parameter where the jail gave none; its own value stays known as `known/…`. */
function addInit(definition: Definition, name: string, text: Text, isGiven: (name: string) => boolean): void {
  const { parameters, variables, release } = definition;
  if (!name.startsWith('known/')) parameters.set(`known/${name}`, text);
  if (parameters.has(name)) return;
  // from 1.1.1 a plain parameter of the jail also replaces the conditional values
  const word = isAtLeast(release, '1.1.1') ? splitCondition(name)?.word : undefined;
  const plain =
    word !== undefined && isGiven(word) ? variableValue(variables, word.toLowerCase()) : undefined;
  parameters.set(name, plain !== undefined && 'value' in plain ? plain : text);
}
