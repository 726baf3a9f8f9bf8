import type { Text } from '../text/text';
import type { InterpolationError } from './interpolate';
import type { Merged } from './merge';
import { type Lookup, type OptionResult, readOption } from './read-option';
import { overridden, type Setting } from './setting';

/** An option with its value in effect, where that was set, and what it overrode. */
export interface Effective {
  readonly name: string;
  /** As written, before interpolation. */
  readonly raw: Text;
  /** Undefined for what fail2ban itself adds. */
  readonly setting: Setting | undefined;
  readonly result: OptionResult;
  /** Settings that would count if this one were not there, in load order; `[DEFAULT]` is among them for an option of a section. */
  shadowed(): readonly Setting[];
}

/**
 * One option of a section, inherited ones included; undefined where nothing sets it. `known` is its text where that has been worked
 * out before.
 */
export function effectiveOption(
  lookup: Lookup,
  section: string,
  name: string,
  known?: Text,
): Effective | undefined {
  const own = lookup.merged.sections.get(section)?.get(name);
  const inherited = lookup.merged.defaults.get(name);
  const builtIn = own === undefined ? lookup.builtIn?.get(name) : undefined;
  const setting = builtIn === undefined ? (own ?? inherited) : undefined;
  const raw = builtIn ?? setting?.text;
  if (raw === undefined) return undefined;
  return {
    name,
    raw,
    setting,
    result: known === undefined ? readOption(lookup, section, name).result : { kind: 'text', text: known },
    shadowed: () => shadowedBy(own, inherited, lookup.merged),
  };
}

function shadowedBy(
  own: Setting | undefined,
  inherited: Setting | undefined,
  { files }: Merged,
): readonly Setting[] {
  if (own === undefined || inherited === undefined) {
    const only = own ?? inherited;
    return only === undefined ? [] : overridden(only);
  }
  const fileOrder = (setting: Setting) => files.lastIndexOf(setting.file);
  const lineOrder = (setting: Setting) => setting.option.keySpan.start;
  return [...overridden(own), ...overridden(inherited), inherited].sort(
    (a, b) => fileOrder(a) - fileOrder(b) || lineOrder(a) - lineOrder(b),
  );
}

/** All options of a section, its own first. */
export function effectiveOptions(lookup: Lookup, section: string): readonly Effective[] {
  const names = new Set([
    ...(lookup.merged.sections.get(section)?.keys() ?? []),
    ...lookup.merged.defaults.keys(),
    ...(lookup.builtIn?.keys() ?? []),
  ]);
  return [...names].flatMap(name => effectiveOption(lookup, section, name) ?? []);
}

/** The options a section itself sets. */
export function ownOptions(lookup: Lookup, section: string): readonly Effective[] {
  const names = section === 'DEFAULT' ? lookup.merged.defaults : lookup.merged.sections.get(section);
  return [...(names?.keys() ?? [])].flatMap(name => effectiveOption(lookup, section, name) ?? []);
}

const errorClasses = {
  missing: 'InterpolationMissingOptionError',
  percent: 'InterpolationSyntaxError',
  unclosed: 'InterpolationSyntaxError',
  depth: 'InterpolationDepthError',
  'not-text': 'TypeError',
  'too-large': 'MemoryError',
} as const satisfies Record<InterpolationError['kind'], string>;

/** Name of the error Python raises where a value can't be made; undefined where it can. */
export function errorClass(result: OptionResult): string | undefined {
  if (result.kind === 'text') return undefined;
  return result.kind === 'error' ? errorClasses[result.error.kind] : 'NoOptionError';
}
