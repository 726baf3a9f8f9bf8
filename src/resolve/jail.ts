import { absolutePath } from '../files/posix-path';
import { actionOptions, filterOptions, firstJailOptions, jailOptions } from '../knowledge/reader-options';
import type { Release } from '../knowledge/release';
import { madeText, type Text } from '../text/text';
import { combineAction, combineDefinition } from './combine';
import { createDefinition, type Definition, type OptionError, readDefinition } from './definition';
import type { Family, LoadFailure } from './family';
import type { Value } from './interpolate';
import { type CallError, parseCall } from './parameters';
import { pythonRepr } from './python-repr';
import type { Lookup } from './read-option';
import {
  asVariables,
  convert,
  optionsByName,
  type ReadOption,
  readTable,
  type TypedValue,
  textOf,
} from './read-table';
import { unchangedTexts } from './second-reading';
import { splitCalls } from './split-calls';
import type { Substituted, TagError } from './substitute';

/** A fault of one jail: fail2ban leaves the jail out and starts the others. */
export interface JailError {
  readonly kind: 'bad-call' | 'not-found';
  readonly what: 'filter' | 'action';
  /** The item as written and, for `bad-call`, what is wrong in it. */
  readonly text: Text;
  readonly error: CallError | undefined;
  /** fail2ban's words for it, which `show --commands` prints. */
  readonly message: string;
}

/** What ends the load of everything. */
export type LoadError =
  | OptionError
  | { readonly kind: 'file'; readonly family: Family; readonly failure: LoadFailure }
  | { readonly kind: 'tag'; readonly family: Family; readonly error: TagError };

/** The filter or action of a jail after reading. */
export interface DefinitionUse {
  /** As written, without parameters. */
  readonly name: Text;
  readonly parameters: ReadonlyMap<string, Text>;
  readonly family: Family;
  readonly definition: Definition;
  /** Options and parameters with their tags replaced; numbers and switches still as text. */
  readonly texts: ReadonlyMap<string, Text | undefined>;
}

/** `call` is the item of `action`, with its parameters. */
export type ActionUse =
  | ({ readonly kind: 'command'; readonly call: Text; readonly actionName: string } & DefinitionUse)
  | {
      readonly kind: 'python';
      readonly call: Text;
      readonly name: Text;
      readonly parameters: ReadonlyMap<string, Text>;
    };

/** A jail as fail2ban reads it. Of a disabled one only `enabled`, `backend` and `filter` are looked at. */
export interface JailReading {
  readonly name: string;
  readonly enabled: boolean;
  readonly options: ReadonlyMap<string, ReadOption>;
  readonly filter: DefinitionUse | undefined;
  readonly actions: readonly ActionUse[];
  readonly skipped: JailError | undefined;
  readonly errors: readonly LoadError[];
}

export interface JailContext {
  readonly release: Release;
  readonly lookup: Lookup;
  /** What filters add to the sections of their jails, as `known/…`; written by reading. */
  readonly added: Map<string, ReadonlyMap<string, Value>>;
  /** Loads `filter.d/NAME` or `action.d/NAME`, once. */
  loadFamily(base: string): Family;
}

/** Tags the server fills in when it bans; the client leaves them alone (server/action.py, client/actionreader.py). */
const serverTags: ReadonlySet<string> = new Set([
  'matches',
  'ipmatches',
  'ipjailmatches',
  'timeout',
  'bantime',
]);
const noTags: ReadonlySet<string> = new Set();

/** Reads one jail in the steps of client/jailreader.py. What is wrong is collected, and reading goes on where that makes sense. */
export function readJail(context: JailContext, name: string): JailReading {
  const { lookup, release } = context;
  const first = readTable(lookup, name, firstJailOptions);
  const enabled = first.options.get('enabled')?.value;
  if (enabled?.kind !== 'bool' || !enabled.value) {
    return { name, enabled: false, ...first, filter: undefined, actions: [], skipped: undefined };
  }
  const errors: LoadError[] = [...first.errors];
  const filter = readFilter(context, name, first.options, errors);
  const second = readTable(lookup, name, jailOptions(release));
  const reading = { name, enabled: true, options: second.options };
  // fail2ban reads no further once the filter fails, so what is wrong in the rest of the jail is no error then
  if (filter !== undefined && 'message' in filter) {
    return { ...reading, filter: undefined, actions: [], skipped: filter, errors };
  }
  errors.push(...second.errors);
  const values = asVariables(second.options);
  // tags are replaced when the commands are made, which is not done for a jail that is left out
  const late: LoadError[] = [];
  const again = filter && readFilterAgain(filter, values, errors, late);
  const { actions, skipped } = readActions(
    context,
    name,
    second.options.get('action')?.value.text,
    values,
    errors,
    late,
  );
  if (skipped === undefined) addAll(errors, late);
  return { ...reading, filter: again, actions, skipped, errors };
}

/** A filter as it is read the first time, before the jail; what the jail says may change it. */
interface FirstReading {
  readonly use: DefinitionUse;
  /** No error was met, and each text could be worked out for itself. */
  readonly isClean: boolean;
}

function readFilter(
  context: JailContext,
  jail: string,
  options: ReadonlyMap<string, ReadOption>,
  errors: LoadError[],
): FirstReading | JailError | undefined {
  const text = options.get('filter')?.value.text;
  if (text === undefined || text.value === '') return undefined;
  const parsed = parseCall(text, context.release);
  if (parsed.kind === 'error') return badCall('filter', text, parsed.error, context.release);
  const { name, parameters } = parsed.call;
  const family = context.loadFamily(definitionBase('filter.d', name.value));
  for (const failure of family.failures) errors.push({ kind: 'file', family, failure });
  if (!family.read && family.failures.length === 0) return notFound('filter', name);
  const before = errors.length;
  const definition = createDefinition(family, filterOptions, parameters, context.release);
  addLogType(definition, textOf(options, 'backend'));
  addAll(errors, readDefinition(definition, asVariables(options), true));
  const { texts, isPlain } = combine(family, combineDefinition(definition, noTags), errors);
  context.added.set(jail, knownValues(texts));
  const isClean = isPlain && errors.length === before;
  return { use: { name, parameters, family, definition, texts }, isClean };
}

function readFilterAgain(
  { use: filter, isClean }: FirstReading,
  values: ReadonlyMap<string, Value | null>,
  errors: LoadError[],
  late: LoadError[],
): DefinitionUse {
  const unchanged = isClean ? unchangedTexts(filter.definition, filter.texts, values) : undefined;
  if (unchanged !== undefined) return { ...filter, texts: unchanged };
  const again = readDefinition(filter.definition, values, false);
  const combined: LoadError[] = [];
  const { texts } = combine(filter.family, combineDefinition(filter.definition, noTags), combined);
  // most faults of the first reading are met again
  const seen = new Set(again.length + combined.length > 0 ? errors.map(errorKey) : []);
  const isNew = (error: LoadError) => !seen.has(errorKey(error));
  addAll(errors, again.filter(isNew));
  addAll(late, combined.filter(isNew));
  return { ...filter, texts };
}

/** A file may hold more faults than a call takes arguments. */
function addAll(errors: LoadError[], found: readonly LoadError[]): void {
  for (const error of found) errors.push(error);
}

function errorKey(error: LoadError): string {
  if (error.kind === 'option') return `option ${error.section} ${error.option}`;
  return error.kind === 'tag' ? `tag ${error.error.key} ${error.error.tag}` : `file ${error.family.base}`;
}

/** A filter knows whether it reads a log file or the journal, unless it or the jail says so itself. */
function addLogType({ parameters, family }: Definition, backend: string): void {
  if (parameters.get('logtype')?.value || family.sections.get('Definition')?.has('logtype')) return;
  parameters.set('logtype', madeText(backend.startsWith('systemd') ? 'journal' : 'file'));
}

/** What a jail can use as `%(known/…)s`; a number is no text there, and using it ends the load. */
function knownValues(texts: ReadonlyMap<string, Text | undefined>): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>();
  texts.forEach((text, name) => {
    if (!name.startsWith('known/') && name !== '__name__') known.set(`known/${name}`, knownValue(name, text));
  });
  return known;
}

function knownValue(name: string, text: Text | undefined): Value {
  if (text === undefined) return { notText: 'None' };
  return optionsByName(filterOptions).get(name)?.type === 'int' ? { notText: 'number' } : text;
}

function readActions(
  context: JailContext,
  jail: string,
  text: Text | undefined,
  values: ReadonlyMap<string, Value | null>,
  errors: LoadError[],
  late: LoadError[],
): { actions: readonly ActionUse[]; skipped: JailError | undefined } {
  const actions: ActionUse[] = [];
  for (const item of text === undefined ? [] : splitCalls(text, context.release)) {
    const parsed = parseCall(item, context.release);
    if (parsed.kind === 'error')
      return { actions, skipped: badCall('action', item, parsed.error, context.release) };
    const { name, parameters } = parsed.call;
    if (name.value.endsWith('.py')) {
      actions.push({ kind: 'python', call: item, name, parameters });
      continue;
    }
    const family = context.loadFamily(definitionBase('action.d', name.value));
    for (const failure of family.failures) errors.push({ kind: 'file', family, failure });
    if (!family.read && family.failures.length === 0) return { actions, skipped: notFound('action', name) };
    const actionName = actionNameOf(jail, name.value, parameters);
    const given = new Map(parameters);
    if (!given.has('name')) given.set('name', madeText(jail));
    if (!given.has('actname')) given.set('actname', madeText(actionName));
    const read = readAction(family, given, values, context.release, errors, late);
    actions.push({ kind: 'command', call: item, actionName, name, parameters, ...read });
  }
  return { actions, skipped: undefined };
}

function readAction(
  family: Family,
  given: ReadonlyMap<string, Text>,
  values: ReadonlyMap<string, Value | null>,
  release: Release,
  errors: LoadError[],
  late: LoadError[],
): Pick<DefinitionUse, 'family' | 'definition' | 'texts'> {
  const definition = createDefinition(family, actionOptions, given, release);
  addAll(errors, readDefinition(definition, values, false));
  const { texts } = combine(family, combineAction(definition, serverTags), late);
  return { family, definition, texts };
}

/** The texts of an action no jail uses, with their tags replaced as far as the file itself says by what. */
export function actionTexts(family: Family, release: Release): DefinitionUse['texts'] {
  return readAction(family, new Map(), new Map(), release, [], []).texts;
}

/** An action that is given another name than its jail gets that into its own, so that two of a kind can stand side by side. */
export function actionNameOf(jail: string, file: string, parameters: ReadonlyMap<string, Text>): string {
  const given = parameters.get('actname')?.value;
  if (given !== undefined) return given;
  const name = parameters.get('name')?.value ?? jail;
  if (name === jail) return file;
  return file + (name.startsWith(jail) ? name.slice(jail.length) : `-${name}`);
}

function combine(family: Family, combined: Substituted<OptionError>, errors: LoadError[]) {
  if (combined.kind === 'texts') return combined;
  const { error } = combined;
  errors.push(error.kind === 'option' ? error : { kind: 'tag', family, error });
  return { texts: new Map<string, Text | undefined>(), isPlain: false };
}

/** The option of a filter or action as the type fail2ban wants. */
export function definitionValue(definition: Definition, name: string, text: Text | undefined): TypedValue {
  if (text === undefined) return { kind: 'nothing', text };
  const option = optionsByName(definition.known).get(name);
  return option === undefined ? { kind: 'text', text } : convert(option, text);
}

function definitionBase(directory: string, name: string): string {
  if (name.startsWith('./')) return absolutePath(name);
  return name.startsWith('/') ? name : `${directory}/${name}`;
}

/** 0.11 doesn't say what is wrong. */
function badCall(what: JailError['what'], text: Text, error: CallError, { name }: Release): JailError {
  const reason = name === '0.11' ? '' : `: ${error.reason}`;
  const message = `Invalid ${what} definition ${pythonRepr(text.value)}${reason}`;
  return { kind: 'bad-call', what, text, error, message };
}

function notFound(what: JailError['what'], text: Text): JailError {
  const article = what === 'filter' ? 'the ' : '';
  const message = `Unable to read ${article}${what} ${pythonRepr(text.value)}`;
  return { kind: 'not-found', what, text, error: undefined, message };
}
