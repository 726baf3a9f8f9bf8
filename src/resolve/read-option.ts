import type { Text } from '../text/text';
import { type InterpolationError, interpolate, type Scope, type Value } from './interpolate';
import type { Merged } from './merge';
import type { Setting } from './setting';

/** Where an option of a merged configuration is looked up. */
export interface Lookup {
  readonly merged: Merged;
  /** Values that win over the section. */
  readonly variables?: Variables;
  /** What fail2ban itself adds to `[DEFAULT]`. */
  readonly builtIn?: ReadonlyMap<string, Text>;
  /** What was added to sections while their jails were read: `known/…` of the filter. */
  readonly added?: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** Gets the names that interpolation looks up. */
  readonly asked?: Set<string>;
}

/** Names in lower case, the first list that has one wins; null is Python's None. */
export type Variables = readonly ReadonlyMap<string, Value | null>[];

export type OptionResult =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'error'; readonly error: InterpolationError }
  | { readonly kind: 'no-section' | 'no-option' | 'nothing' };

export interface Reading {
  /** The setting the value comes from; undefined for variables and what fail2ban adds. */
  readonly setting: Setting | undefined;
  readonly result: OptionResult;
}

const noSection: Reading = { setting: undefined, result: { kind: 'no-section' } };
const noOption: Reading = { setting: undefined, result: { kind: 'no-option' } };
const nothing: Reading = { setting: undefined, result: { kind: 'nothing' } };

/**
 * Reads an option as Python's `ConfigParser.get` does: variables, then the section, then `[DEFAULT]`, interpolated in the
 * context of `section`.
 */
export function readOption(lookup: Lookup, section: string, option: string): Reading {
  const { merged, variables } = lookup;
  const settings = merged.sections.get(section);
  if (settings === undefined && section !== 'DEFAULT') return noSection;
  const name = option.toLowerCase();
  const value = variableValue(variables, name) ?? sectionValue(lookup, section, settings, name);
  if (value === undefined) return noOption;
  if ('notText' in value) return nothing;
  const setting = settings?.get(name) ?? merged.defaults.get(name);
  const result = value.value.includes('%')
    ? interpolate(value, scopeOf(lookup, section, settings))
    : ({ kind: 'text', text: value } as const);
  return { setting: setting?.text === value ? setting : undefined, result };
}

const none: Value = { notText: 'None' };

/** What a name stands for among the variables; undefined where none has it. */
export function variableValue(variables: Variables | undefined, name: string): Value | undefined {
  if (variables === undefined) return undefined;
  for (let at = 0; at < variables.length; at++) {
    const value = variables[at]!.get(name);
    if (value !== undefined) return value ?? none;
  }
  return undefined;
}

function sectionValue(
  lookup: Lookup,
  section: string,
  settings: ReadonlyMap<string, Setting> | undefined,
  name: string,
): Value | undefined {
  return addedValue(lookup, section, name) ?? settings?.get(name)?.text ?? defaultValue(lookup, name);
}

/** All names that are added begin with `known/`. */
function addedValue({ added }: Lookup, section: string, name: string): Value | undefined {
  return added !== undefined && name.startsWith('known/') ? added.get(section)?.get(name) : undefined;
}

function defaultValue({ builtIn, merged }: Lookup, name: string): Value | undefined {
  return builtIn?.get(name) ?? merged.defaults.get(name)?.text;
}

function scopeOf(lookup: Lookup, section: string, settings: ReadonlyMap<string, Setting> | undefined): Scope {
  const { merged, added, variables, asked } = lookup;
  const ownValue = (name: string, option: string) =>
    addedValue(lookup, name, option) ?? merged.sections.get(name)?.get(option)?.text;
  return {
    section,
    lookup(name) {
      asked?.add(name);
      return variableValue(variables, name) ?? sectionValue(lookup, section, settings, name);
    },
    foreign(name, option) {
      const kind = name.toLowerCase();
      if (kind === 'default') return defaultValue(lookup, option);
      if (kind === 'known') return ownValue(`KNOWN/${section}`, option) ?? defaultValue(lookup, option);
      return merged.sections.has(name) ? (ownValue(name, option) ?? defaultValue(lookup, option)) : undefined;
    },
    names: () => [
      ...(variables ?? []).flatMap(list => [...list.keys()]),
      ...(added?.get(section)?.keys() ?? []),
      ...(settings?.keys() ?? []),
      ...(lookup.builtIn?.keys() ?? []),
      ...merged.defaults.keys(),
    ],
  };
}
