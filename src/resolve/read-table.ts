import type { ReaderOption } from '../knowledge/reader-options';
import { madeText, type Text } from '../text/text';
import { parseBoolean } from '../values/boolean';
import { parseExactInteger } from '../values/integer';
import type { OptionError } from './definition';
import type { Value } from './interpolate';
import type { Merged } from './merge';
import { type Lookup, readOption } from './read-option';
import type { Setting } from './setting';

/** The value of an option as fail2ban's readers hand it on; `nothing` is Python's None, which is what a bad number becomes. */
export type TypedValue =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'bool'; readonly value: boolean; readonly text: Text }
  | { readonly kind: 'int'; readonly value: bigint; readonly text: Text }
  | { readonly kind: 'nothing'; readonly text: Text | undefined };

/** An option that was read. */
export interface ReadOption {
  readonly name: string;
  readonly value: TypedValue;
  /** Undefined where fail2ban took its default. */
  readonly setting: Setting | undefined;
}

export interface ReadTable {
  /** What fail2ban has afterwards, in the order of the table; an option that is not set and has no default is not there. */
  readonly options: ReadonlyMap<string, ReadOption>;
  readonly errors: readonly OptionError[];
}

/** Reads and converts the options of a table from one section (`getOptions` of client/configreader.py). */
export function readTable(lookup: Lookup, section: string, table: readonly ReaderOption[]): ReadTable {
  const options = new Map<string, ReadOption>();
  const errors: OptionError[] = [];
  const { merged } = lookup;
  const own = merged.sections.get(section);
  const inherited = lookup.variables === undefined ? inheritedFrom(merged) : new Map();
  table.forEach(option => {
    const { name } = option;
    const known = own === undefined || own.has(name) ? undefined : inherited.get(option);
    if (known !== undefined) {
      options.set(name, known);
      return;
    }
    const { setting, result } = readOption(lookup, section, name);
    if (result.kind === 'error') errors.push({ kind: 'option', section, option: name, setting, result });
    else if (result.kind === 'text') {
      const read = { name, value: convert(option, result.text), setting };
      options.set(name, read);
      if (setting?.text === result.text && own?.has(name) === false) inherited.set(option, read);
    } else if (option.fallback !== undefined || result.kind !== 'no-option') {
      options.set(name, { name, value: fallbackValue(option), setting: undefined });
    }
  });
  return { options, errors };
}

/** The options of a table by their names. */
export function optionsByName(table: readonly ReaderOption[]): ReadonlyMap<string, ReaderOption> {
  const known = tablesByName.get(table) ?? new Map(table.map(option => [option.name, option] as const));
  tablesByName.set(table, known);
  return known;
}

const tablesByName = new WeakMap<readonly ReaderOption[], ReadonlyMap<string, ReaderOption>>();

/** What stands as plain text in `[DEFAULT]` is the same for every section that doesn't set it. */
function inheritedFrom(merged: Merged): Map<ReaderOption, ReadOption> {
  const known = inheritedOptions.get(merged) ?? new Map<ReaderOption, ReadOption>();
  inheritedOptions.set(merged, known);
  return known;
}

const inheritedOptions = new WeakMap<Merged, Map<ReaderOption, ReadOption>>();

/** The text of an option as the type fail2ban wants; a number that is none becomes nothing. */
export function convert(option: ReaderOption, text: Text): TypedValue {
  if (option.type === 'text') return { kind: 'text', text };
  if (option.type === 'bool') return { kind: 'bool', value: parseBoolean(text.value), text };
  const value = parseExactInteger(text.value);
  return value === undefined ? { kind: 'nothing', text } : { kind: 'int', value, text };
}

function fallbackValue({ fallback }: ReaderOption): TypedValue {
  if (fallback === undefined) return { kind: 'nothing', text: undefined };
  const text = madeText(String(fallback));
  return typeof fallback === 'string' ? { kind: 'text', text } : { kind: 'bool', value: fallback, text };
}

/** The text of an option, empty where it isn't set. */
export function textOf(options: ReadonlyMap<string, ReadOption>, name: string): string {
  return options.get(name)?.value.text?.value ?? '';
}

/** Options as a filter or action sees them while it is interpolated: as text, null for nothing. */
export function asVariables(options: ReadonlyMap<string, ReadOption>): ReadonlyMap<string, Value | null> {
  const variables = new Map<string, Value | null>();
  options.forEach(({ value }, name) => {
    variables.set(name, variableOf(value));
  });
  return variables;
}

function variableOf(value: TypedValue): Value | null {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'bool':
      return madeText(value.value ? 'True' : 'False');
    case 'int':
      return madeText(value.value.toString());
    case 'nothing':
      return null;
  }
}
