import { type Effective, effectiveOptions, errorClass, ownOptions } from '../resolve/effective';
import { type Family, jailNames } from '../resolve/family';
import { createPlaces, type Places } from '../resolve/places';
import type { Lookup } from '../resolve/read-option';
import type { Selection } from '../resolve/selector';
import type { Setting } from '../resolve/setting';
import { definitionNames, type Setup } from '../resolve/setup';
import { withoutOpaque } from '../text/opaque';
import { type Piece, piecesOf } from '../text/pieces';
import type { Text } from '../text/text';
import { parseBoolean } from '../values/boolean';
import { describeFailures } from './load-failures';

/** The answer of `show --format json`, with the fields of the contract in design/cli.md and `parts`. */
export interface ShowDocument {
  readonly schemaVersion: 1;
  readonly path: string;
  readonly base: string | null;
  readonly fail2ban: string;
  readonly error?: string;
  readonly files: { readonly jail: readonly string[]; readonly fail2ban: readonly string[] };
  readonly default: Options;
  readonly jails: Readonly<Record<string, { readonly enabled: boolean; readonly options: Options }>>;
  readonly filters: Readonly<Record<string, ShowDefinition>>;
  readonly actions: Readonly<Record<string, ShowDefinition>>;
  /** fail2ban.conf and its kin; only where `fail2ban` was asked for. */
  readonly daemon?: Readonly<Record<string, Options>>;
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

/** What a configuration says, for programs: all of it, or the part selected. Names from files become keys without a prototype. */
export function showDocument(setup: Setup, selection: Selection): ShowDocument {
  const places = createPlaces(setup.sources);
  const { jailFamily, daemon } = setup;
  const failed = jailFamily.failures.length > 0;
  return {
    schemaVersion: 1,
    path: setup.snapshot.root,
    base: setup.snapshot.base?.name ?? null,
    fail2ban: setup.release.name,
    ...(failed && { error: describeFailures(jailFamily, places) }),
    files: { jail: fileNames(jailFamily), fail2ban: fileNames(daemon.family) },
    default: failed ? {} : defaultOptions(setup, selection, places),
    jails: failed ? {} : jailEntries(setup, selection, places),
    filters: definitions(setup, 'filter', selection, places),
    actions: definitions(setup, 'action', selection, places),
    ...(selection.kind === 'daemon' && { daemon: sections({ merged: daemon.family }, places) }),
  };
}

function defaultOptions(setup: Setup, selection: Selection, places: Places): Options {
  const options = ownOptions(setup.jailLookup, 'DEFAULT');
  if (selection.kind === 'all') return record(options, places);
  if (!('section' in selection) || selection.section !== 'DEFAULT') return {};
  return record(
    options.filter(option => isSelected(selection, option)),
    places,
  );
}

function jailEntries(setup: Setup, selection: Selection, places: Places): ShowDocument['jails'] {
  const isAsked = (name: string) =>
    selection.kind === 'all' || ('section' in selection && selection.section === name);
  return dictionary(
    jailNames(setup.jailFamily)
      .filter(isAsked)
      .map(name => {
        const all = effectiveOptions(setup.jailLookup, name);
        const enabled = all.find(option => option.name === 'enabled')?.result;
        const options = record(
          all.filter(option => isSelected(selection, option)),
          places,
        );
        return [name, { enabled: enabled?.kind === 'text' && parseBoolean(enabled.text.value), options }];
      }),
  );
}

function isSelected(selection: Selection, option: Effective): boolean {
  return selection.kind !== 'option' || selection.option === option.name;
}

function fileNames(family: Family): readonly string[] {
  return family.files.map(file => file.name);
}

function definitions(
  setup: Setup,
  kind: 'filter' | 'action',
  selection: Selection,
  places: Places,
): ShowDocument['filters'] {
  const isAsked = (name: string) =>
    selection.kind === 'all' || (selection.kind === kind && selection.name === name);
  return dictionary(
    definitionNames(setup, kind)
      .filter(isAsked)
      .map((name): [string, ShowDefinition] => {
        const family = setup.loadAlone(`${kind}.d/${name}`);
        if (family.failures.length > 0) return [name, { error: describeFailures(family, places) }];
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
    ...(result.kind === 'text'
      ? { value: withoutOpaque(result.text.value) }
      : { error: errorClass(result) ?? '' }),
    raw: withoutOpaque(raw.value),
    origin: setting === undefined ? null : originOf(setting, places),
    shadowed: shadowed().map(other => {
      const { file, line, section } = originOf(other, places);
      return { file, line, section, raw: withoutOpaque(other.text.value) };
    }),
    ...(interpolated && partsOf(result.text, places)),
  };
}

/** Only a text made to be large has more parts. */
const mostParts = 1000;

function partsOf(text: Text, places: Places): Pick<ShowEntry, 'parts'> {
  const pieces = piecesOf(text);
  return pieces.length > mostParts ? {} : { parts: pieces.map(piece => partOf(piece, places)) };
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
