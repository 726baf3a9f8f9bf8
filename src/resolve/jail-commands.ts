import { joinPath, withoutExtension } from '../files/posix-path';
import { filterOptions } from '../knowledge/reader-options';
import { isAtLeast, type Release } from '../knowledge/release';
import { sliceText, type Text } from '../text/text';
import type { FindLogs } from '../values/find-logs';
import { splitWords } from '../values/words';
import { type Argument, argumentOf, type Command } from './command';
import { type ActionUse, type DefinitionUse, definitionValue, type JailReading } from './jail';
import { optionsByName, type ReadOption, type TypedValue, textOf } from './read-table';
import { splitShellWords } from './shell-words';

/** A journal match whose quotes are not closed: fail2ban sends nothing at all then. */
export interface CommandError {
  readonly kind: 'journalmatch';
  readonly jail: string;
  readonly text: Text;
}

export interface JailCommands {
  readonly commands: readonly Command[];
  readonly errors: readonly CommandError[];
  /** False where the jail is left out: nothing but a note is sent. */
  readonly starts: boolean;
  /** False where fail2ban looks for log files and there is no path to look at, which ends a start. */
  readonly hasLogs: boolean;
}

/** Options that are not sent as `set JAIL OPTION VALUE`. */
const notSent: ReadonlySet<string> = new Set([
  'enabled',
  'filter',
  'action',
  'backend',
  'skip_if_nologs',
  'systemd_if_nologs',
  ...filterOptions.map(option => option.name),
]);

/**
 * The commands of one enabled jail, in fail2ban's order, log paths as written (`convert` of client/jailreader.py). Where the log files of
 * the host are known, those that are not there are left out.
 */
export function jailCommands(
  jail: JailReading,
  release: Release,
  root: string,
  findLogs?: FindLogs,
): JailCommands {
  const { name, options } = jail;
  if (jail.skipped !== undefined) {
    return leftOut(`Jail '${name}' skipped, because of wrong configuration: ${jail.skipped.message}`);
  }
  const errors: CommandError[] = [];
  const stream = addFilterCommands([], name, filterValues(jail.filter), release, errors);
  addFilterCommands(stream, name, options, release, errors);

  const paths = logPaths(options)?.filter(({ path }) => findLogs?.(path.value).length !== 0);
  const toJournal = paths?.length === 0 && readsJournalInstead(options, release);
  if (paths?.length === 0 && !toJournal && isOn(options, 'skip_if_nologs')) {
    return leftOut(`Jail '${name}' skipped, because of missing log files.`);
  }
  options.forEach(({ name: option, value }) => {
    if (option === 'logpath' || notSent.has(option)) return;
    if (option === 'ignoreip' && value.text !== undefined) {
      stream.push(['set', name, 'addignoreip', ...splitWords(value.text, isAtLeast(release, '1.1.0'))]);
    } else stream.push(['set', name, option, argumentOf(value)]);
  });
  for (const { path, position } of paths ?? []) stream.push(['set', name, 'addlogpath', path, position]);
  for (const action of jail.actions) stream.push(...actionCommands(name, action, root));
  const hasLogs = toJournal || paths?.length !== 0;
  const backend = toJournal ? 'systemd' : textOf(options, 'backend');
  return { commands: [['add', name, backend], ...stream], errors, starts: true, hasLogs };
}

function leftOut(note: string): JailCommands {
  return { commands: [['config-error', note]], errors: [], starts: false, hasLogs: true };
}

interface NamedValue {
  readonly name: string;
  readonly value: TypedValue;
}

function filterValues(filter: DefinitionUse | undefined): ReadonlyMap<string, NamedValue> {
  const values = new Map<string, NamedValue>();
  filter?.texts.forEach((text, name) => {
    values.set(name, { name, value: definitionValue(filter.definition, name, text) });
  });
  return values;
}

/** Regexes, journal matches and the like; `usedns`, `maxlines` and `prefregex` have to reach the server before the regexes. */
function addFilterCommands(
  stream: Command[],
  jail: string,
  values: ReadonlyMap<string, NamedValue>,
  release: Release,
  errors: CommandError[],
): Command[] {
  let first = 0;
  values.forEach(({ name, value }) => {
    // 0.11 sends None where there is nothing, except for the lists
    if (value.kind === 'nothing' && release.name !== '0.11') return;
    if (name === 'failregex' || name === 'ignoreregex') {
      const lines = filledLines(value.text);
      if (lines.length > 1) stream.push(['multi-set', jail, `add${name}`, lines]);
      else if (lines.length === 1) stream.push(['set', jail, `add${name}`, lines[0]!]);
    } else if (name === 'usedns' || name === 'maxlines' || name === 'prefregex') {
      stream.splice(name === 'usedns' ? 0 : first, 0, ['set', jail, name, argumentOf(value)]);
      first++;
    } else if (isDatePattern(name, release)) stream.push(['set', jail, name, argumentOf(value)]);
    else if (name === 'journalmatch') {
      for (const line of filledLines(value.text)) {
        const words = splitShellWords(line.value);
        if (words === undefined) errors.push({ kind: 'journalmatch', jail, text: line });
        else stream.push(['set', jail, 'addjournalmatch', ...words]);
      }
    }
  });
  return stream;
}

/** Up to 1.1.0 fail2ban asks whether the name is part of the word `datepattern`. */
function isDatePattern(option: string, release: Release): boolean {
  return option === 'datepattern' || (!isAtLeast(release, '1.1.1') && 'datepattern'.includes(option));
}

function linesOf(text: Text): readonly Text[] {
  const lines: Text[] = [];
  let start = 0;
  for (const line of text.value.split('\n')) {
    lines.push(sliceText(text, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}

function filledLines(text: Text | undefined): readonly Text[] {
  return text === undefined ? [] : linesOf(text).filter(line => line.value !== '');
}

interface LogPath {
  readonly path: Text;
  readonly position: Text | string;
}

/** What is behind the last blank of a line is where reading starts. Undefined where fail2ban looks at no path. */
function logPaths(options: ReadonlyMap<string, ReadOption>): readonly LogPath[] | undefined {
  const value = options.get('logpath')?.value;
  if (value?.text === undefined || textOf(options, 'backend').startsWith('systemd')) return undefined;
  const paths: LogPath[] = [];
  for (const line of linesOf(value.text)) {
    const blank = line.value.lastIndexOf(' ');
    const path = blank < 0 ? line : sliceText(line, 0, blank);
    if (path.value === '' || path.value.includes('\0')) continue;
    paths.push({ path, position: blank < 0 ? 'head' : sliceText(line, blank + 1) });
  }
  return paths;
}

/** From 1.1.1 `auto` becomes the journal where no log file is found and the jail itself says what to match there. */
function readsJournalInstead(options: ReadonlyMap<string, ReadOption>, release: Release): boolean {
  const fromAuto = isAtLeast(release, '1.1.1') && textOf(options, 'backend').startsWith('auto');
  return fromAuto && isOn(options, 'systemd_if_nologs') && options.has('journalmatch');
}

function isOn(options: ReadonlyMap<string, ReadOption>, name: string): boolean {
  const value = options.get(name)?.value;
  return value?.kind === 'bool' && value.value;
}

function actionCommands(jail: string, action: ActionUse, root: string): readonly Command[] {
  if (action.kind === 'python') return [pythonActionCommand(jail, action, root)];
  const { actionName, definition } = action;
  const settings: (readonly [string, Argument])[] = [];
  const known = optionsByName(definition.known);
  action.texts.forEach((text, name) => {
    if (known.has(name)) settings.push([name, argumentOf(definitionValue(definition, name, text))]);
  });
  definition.parameters.forEach((text, name) => {
    if (!known.has(name) && !name.startsWith('known/')) settings.push([name, text]);
  });
  const head = [jail, 'action', actionName] as const;
  const added: Command = ['set', jail, 'addaction', actionName];
  const [only] = settings;
  if (only === undefined) return [added];
  return [added, settings.length > 1 ? ['multi-set', ...head, settings] : ['set', ...head, ...only]];
}

function pythonActionCommand(
  jail: string,
  { name, parameters }: ActionUse & { kind: 'python' },
  root: string,
): Command {
  const given = [...parameters].filter(([key]) => key !== 'actname');
  const actionName = parameters.get('actname')?.value ?? withoutExtension(name.value);
  const path = joinPath(`${root}/action.d`, name.value);
  return ['set', jail, 'addaction', actionName, path, pythonJson(given)];
}

/** `json.dumps` of a mapping of texts: blanks behind `:` and `,`, everything beyond ASCII escaped. */
function pythonJson(entries: readonly (readonly [string, Text])[]): string {
  const members = entries.map(([key, text]) => `${JSON.stringify(key)}: ${JSON.stringify(text.value)}`);
  return `{${members.join(', ')}}`.replace(/[^\0-\x7f]/g, unit => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
