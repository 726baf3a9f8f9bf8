import type { ReaderOption } from '../knowledge/reader-options';
import { isAtLeast, type Release } from '../knowledge/release';
import type { Text } from '../text/text';
import type { Family } from './family';
import type { Value } from './interpolate';
import { splitCondition } from './merge';
import { type Lookup, type OptionResult, type Reading, readOption } from './read-option';
import type { Setting } from './setting';
import { type Substituted, substituteTags } from './substitute';

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
  variables: ReadonlyMap<string, Value | null>;
  /** Tags looked up in the file, found or not. */
  readonly remembered: Map<string, Text | undefined>;
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
    variables: new Map(),
    remembered: new Map(),
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
  const { family, parameters } = definition;
  const errors: OptionError[] = [];
  const variables = new Map(jailValues);
  for (const [name, text] of parameters) variables.set(name.toLowerCase(), text);
  const given = new Set([...jailValues.keys(), ...parameters.keys()]);

  function read(lookup: Lookup, section: string, option: string): Reading['result'] {
    const { setting, result } = readOption(lookup, section, option);
    if (
      result.kind === 'error' ||
      (result.kind === 'no-option' && family.sections.get(section)?.has(option))
    ) {
      errors.push({
        kind: 'option',
        section,
        option,
        setting: setting ?? family.sections.get(section)?.get(option),
        result,
      });
    }
    return result;
  }

  const options = new Map<string, Text | undefined>();
  for (const { name } of definition.known) {
    if (given.has(name)) continue;
    const result = read({ merged: family, variables }, 'Definition', name);
    if (result.kind === 'text') options.set(name, result.text);
    else if (result.kind !== 'no-option') options.set(name, undefined);
  }
  definition.options = options;
  definition.variables = variables;
  readInit(definition, name => read({ merged: family }, 'Init', name), given);
  if (everything) {
    for (const name of family.sections.get('Definition')?.keys() ?? []) {
      if (name === '__name__' || options.has(name)) continue;
      const result = read({ merged: family }, 'Definition', name);
      if (result.kind === 'text') options.set(name, result.text);
    }
  }
  return errors;
}

/** `[Init]` gives parameters where the jail gave none; its own values stay known as `known/…`. */
function readInit(
  { family, parameters, variables, release }: Definition,
  read: (name: string) => OptionResult,
  given: ReadonlySet<string>,
): void {
  for (const name of family.sections.get('Init')?.keys() ?? []) {
    if (name === '__name__') continue;
    const result = read(name);
    if (result.kind !== 'text') continue;
    if (!name.startsWith('known/')) parameters.set(`known/${name}`, result.text);
    if (parameters.has(name)) continue;
    parameters.set(name, plainParameter(name, variables, given, release) ?? result.text);
  }
}

/** From 1.1.1 a plain parameter of the jail also replaces the conditional values of `[Init]`. */
function plainParameter(
  name: string,
  variables: ReadonlyMap<string, Value | null>,
  given: ReadonlySet<string>,
  release: Release,
): Text | undefined {
  const word = isAtLeast(release, '1.1.1') ? splitCondition(name)?.word : undefined;
  const value = word !== undefined && given.has(word) ? variables.get(word.toLowerCase()) : undefined;
  return value && 'value' in value ? value : undefined;
}

/** The texts of options and parameters with their tags replaced. */
export function combineDefinition(
  definition: Definition,
  ignored: ReadonlySet<string>,
): Substituted<OptionError> {
  const texts = new Map<string, Text | undefined>(definition.options);
  for (const [name, text] of definition.parameters) texts.set(name, text);
  return substituteTags(texts, ignored, tag => findTag(definition, tag));
}

const slashName = /^([\p{L}\p{N}_-]+)\/([^\s>]+)$/u;

/** A tag that is no option or parameter: `<section/option>`, then whatever interpolation would find under that name. */
function findTag(definition: Definition, tag: string) {
  const { remembered, family, variables } = definition;
  if (!remembered.has(tag)) {
    const { setting, result, section } = lookUpTag(family, variables, tag);
    if (result.kind === 'error') {
      return { kind: 'error', error: { kind: 'option', section, option: tag, setting, result } } as const;
    }
    remembered.set(tag, result.kind === 'text' ? result.text : undefined);
  }
  const text = remembered.get(tag);
  return text && ({ kind: 'text', text } as const);
}

function lookUpTag(
  family: Family,
  variables: ReadonlyMap<string, Value | null>,
  tag: string,
): Reading & { section: string } {
  const [, name = '', option = ''] = slashName.exec(tag) ?? [];
  for (const section of sectionsOf(name)) {
    const reading = readOption({ merged: family }, section, option);
    if (reading.result.kind !== 'no-section' && reading.result.kind !== 'no-option')
      return { ...reading, section };
  }
  return { ...readOption({ merged: family, variables }, 'Definition', tag), section: 'Definition' };
}

function sectionsOf(name: string): readonly string[] {
  if (name === '') return [];
  const kind = name.toLowerCase();
  if (kind === 'known') return ['KNOWN/Definition', 'Definition'];
  return [kind === 'default' ? 'DEFAULT' : name];
}
