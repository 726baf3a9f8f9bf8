import { describeFailure } from '../resolve/describe-failure';
import { type Effective, effectiveOptions, errorClass, ownOptions } from '../resolve/effective';
import { type Family, jailNames } from '../resolve/family';
import { createPlaces, type Places } from '../resolve/places';
import type { Lookup } from '../resolve/read-option';
import type { Setting } from '../resolve/setting';
import { definitionNames, type Setup } from '../resolve/setup';
import type { Piece } from '../text/text';
import { parseBoolean } from '../values/boolean';

/** The answer of `show --format json`, with the fields of the contract in design/cli.md and `parts`. */
export interface ShowDocument {
  readonly schemaVersion: 1;
  readonly path: string;
  readonly base: null;
  readonly fail2ban: string;
  readonly error?: string;
  readonly files: { readonly jail: readonly string[]; readonly fail2ban: readonly string[] };
  readonly default: Options;
  readonly jails: Readonly<Record<string, { readonly enabled: boolean; readonly options: Options }>>;
  readonly filters: Readonly<Record<string, ShowDefinition>>;
  readonly actions: Readonly<Record<string, ShowDefinition>>;
}

/** Sections of a filter or action, or why it can't be read. */
type ShowDefinition = Readonly<Record<string, Options>> | { readonly error: string };

type Options = Readonly<Record<string, ShowEntry>>;

interface ShowEntry {
  readonly value?: string;
  readonly error?: string;
  readonly raw: string;
  readonly origin: ShowOrigin | null;
  readonly shadowed: readonly { file: string; line: number; section: string; raw: string }[];
  /** Of a value made by interpolation: where each part of it stands, `at` and `length` in UTF-16 units. */
  readonly parts?: readonly ShowPart[];
}

interface ShowOrigin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly section: string;
}

interface ShowPart {
  readonly at: number;
  readonly length: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Everything a configuration says, for programs. Names from files become keys of objects made without a prototype. */
export function showDocument(setup: Setup): ShowDocument {
  const places = createPlaces(setup.sources);
  const { jailFamily, jailLookup, daemon } = setup;
  const failed = jailFamily.failures.length > 0;
  const jails = failed ? [] : jailNames(jailFamily);
  return {
    schemaVersion: 1,
    path: setup.snapshot.root,
    base: null,
    fail2ban: setup.release.name,
    ...(failed && { error: failuresOf(jailFamily, places) }),
    files: { jail: fileNames(jailFamily), fail2ban: fileNames(daemon.family) },
    default: failed ? {} : record(ownOptions(jailLookup, 'DEFAULT'), places),
    jails: dictionary(
      jails.map(name => {
        const options = record(effectiveOptions(jailLookup, name), places);
        return [name, { enabled: parseBoolean(options.enabled?.value ?? ''), options }];
      }),
    ),
    filters: definitions(setup, 'filter', places),
    actions: definitions(setup, 'action', places),
  };
}

function failuresOf(family: Family, places: Places): string {
  return family.failures.map(failure => describeFailure(failure, places)).join('; ');
}

function fileNames(family: Family): readonly string[] {
  return family.files.map(file => file.name);
}

function definitions(setup: Setup, kind: 'filter' | 'action', places: Places): ShowDocument['filters'] {
  return dictionary(
    definitionNames(setup, kind).map((name): [string, ShowDefinition] => {
      const family = setup.loadAlone(`${kind}.d/${name}`);
      if (family.failures.length > 0) return [name, { error: failuresOf(family, places) }];
      return [name, sections({ merged: family }, places)];
    }),
  );
}

function sections(lookup: Lookup, places: Places): Readonly<Record<string, Options>> {
  const names = [...lookup.merged.sections.keys()].filter(name => !name.startsWith('KNOWN/'));
  const entries: [string, Options][] = names.map(name => [name, record(ownOptions(lookup, name), places)]);
  const defaults = ownOptions(lookup, 'DEFAULT');
  if (defaults.length > 0) entries.push(['DEFAULT', record(defaults, places)]);
  return dictionary(entries);
}

function record(options: readonly Effective[], places: Places): Options {
  return dictionary(options.map(option => [option.name, entryOf(option, places)]));
}

function entryOf({ result, raw, setting, shadowed }: Effective, places: Places): ShowEntry {
  const interpolated = result.kind === 'text' && result.text !== raw;
  return {
    ...(result.kind === 'text' ? { value: result.text.value } : { error: errorClass(result) ?? '' }),
    raw: raw.value,
    origin: setting === undefined ? null : originOf(setting, places),
    shadowed: shadowed.map(other => {
      const { file, line, section } = originOf(other, places);
      return { file, line, section, raw: other.text.value };
    }),
    ...(interpolated && { parts: result.text.pieces().map(piece => partOf(piece, places)) }),
  };
}

function originOf(setting: Setting, places: Places): ShowOrigin {
  const { line, column } = places.position(setting.file, setting.option.keySpan.start);
  return { file: setting.file.name, line, column, section: setting.section };
}

function partOf(piece: Piece, places: Places): ShowPart {
  const { file, start, end } = places.range(piece);
  return {
    at: piece.at,
    length: piece.length,
    file: file.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function dictionary<V>(entries: readonly (readonly [string, V])[]): Readonly<Record<string, V>> {
  const made: Record<string, V> = Object.create(null);
  for (const [key, value] of entries) made[key] = value;
  return made;
}
