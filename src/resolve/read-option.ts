import type { Text } from '../text/text';
import { type InterpolationError, interpolate, type Scope, type Value } from './interpolate';
import type { Merged } from './merge';
import type { Setting } from './setting';

/** Where an option of a merged configuration is looked up. */
export interface Lookup {
  readonly merged: Merged;
  /** Values that win over the section, names in lower case; null is Python's None. */
  readonly variables?: ReadonlyMap<string, Value | null>;
  /** What fail2ban itself adds to `[DEFAULT]`. */
  readonly builtIn?: ReadonlyMap<string, Text>;
  /** What was added to sections while their jails were read: `known/…` of the filter. */
  readonly added?: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

export type OptionResult =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'error'; readonly error: InterpolationError }
  | { readonly kind: 'no-section' | 'no-option' | 'nothing' };

export interface Reading {
  /** The setting the value comes from; undefined for variables and what fail2ban adds. */
  readonly setting: Setting | undefined;
  readonly result: OptionResult;
}

/**
 * Reads an option as Python's `ConfigParser.get` does: variables, then the section, then `[DEFAULT]`, interpolated in the
 * context of `section`.
 */
export function readOption(lookup: Lookup, section: string, option: string): Reading {
  const { merged } = lookup;
  const settings = merged.sections.get(section);
  if (settings === undefined && section !== 'DEFAULT')
    return { setting: undefined, result: { kind: 'no-section' } };
  const scope = scopeOf(lookup, section);
  const name = option.toLowerCase();
  if (lookup.variables?.get(name) === null) return { setting: undefined, result: { kind: 'nothing' } };
  const value = scope.lookup(name);
  if (value === undefined) return { setting: undefined, result: { kind: 'no-option' } };
  if ('notText' in value) return { setting: undefined, result: { kind: 'nothing' } };
  const setting = settings?.get(name) ?? merged.defaults.get(name);
  return {
    setting: setting?.text === value ? setting : undefined,
    result: interpolate(value, scope),
  };
}

function scopeOf({ merged, variables, builtIn, added }: Lookup, section: string): Scope {
  const settings = merged.sections.get(section);
  const addedHere = added?.get(section);
  const valueIn = (name: string, key: string): Value | undefined =>
    added?.get(name)?.get(key) ?? merged.sections.get(name)?.get(key)?.text;
  const defaultValue = (key: string): Value | undefined =>
    builtIn?.get(key) ?? merged.defaults.get(key)?.text;
  return {
    section,
    lookup(name) {
      const variable = variables?.get(name);
      if (variable === null) return { notText: 'None' };
      return variable ?? addedHere?.get(name) ?? settings?.get(name)?.text ?? defaultValue(name);
    },
    foreign(name, option) {
      const kind = name.toLowerCase();
      if (kind === 'default') return defaultValue(option);
      if (kind === 'known') return valueIn(`KNOWN/${section}`, option) ?? defaultValue(option);
      return merged.sections.has(name) ? (valueIn(name, option) ?? defaultValue(option)) : undefined;
    },
  };
}
