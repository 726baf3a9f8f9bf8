import type { KnownOption, Reader } from './known-option';
import { knownOptions } from './option-table';
import type { ValueFormat } from './value-formats';

const byReader = new Map<Reader, Map<string, KnownOption>>();
for (const option of knownOptions) {
  const options = byReader.get(option.reader) ?? new Map<string, KnownOption>();
  byReader.set(option.reader, options.set(option.name, option));
}

/** What a reader asks for, by name, in the order of `schemas/options`. */
export function optionsOf(reader: Reader): ReadonlyMap<string, KnownOption> {
  return byReader.get(reader)!;
}

/** Every option of a name, in lower case; several where several readers ask for it, none where nobody does. */
export function findOptions(name: string): readonly KnownOption[] {
  return knownOptions.filter(option => option.name === name);
}

/** What people mean who type a name, in lower case, that is none. */
export function findByAlias(alias: string): readonly KnownOption[] {
  return knownOptions.filter(option => isAliasOf(option, alias));
}

/** Whether people type a name for an option: one of its aliases, or its own name, with or without hyphens and underscores. */
export function isAliasOf({ name, aliases = [] }: KnownOption, alias: string): boolean {
  const typed = withoutJoints(alias);
  return [name, ...aliases].some(each => withoutJoints(each) === typed);
}

function withoutJoints(name: string): string {
  return name.replace(/(?<=[^-_])[-_](?=[^-_])/g, '');
}

/** Whether a reader asks for an option, in lower case, or the stock files use it as a variable there. */
export function isKnownOption(reader: Reader, name: string): boolean {
  return optionsOf(reader).has(name);
}

/** The names, each once, of the options whose values are written in one of these ways; no variables. */
export function namesOfFormat(...formats: readonly ValueFormat[]): readonly string[] {
  const options = knownOptions.filter(option => !option.isVariable && formats.includes(option.format));
  return [...new Set(options.map(option => option.name))];
}

/** The words an option can have, as they are usually written. */
export function wordsOf(reader: Reader, name: string): readonly string[] {
  return optionsOf(reader).get(name)?.words ?? [];
}

/** The names of all options, each once. */
export function optionNames(): readonly string[] {
  return [...new Set(knownOptions.map(option => option.name))];
}
