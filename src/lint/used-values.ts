import { isPackagedFile } from '../knowledge/packaged-files';
import { actionOptions, filterOptions } from '../knowledge/reader-options';
import type { DefinitionUse } from '../resolve/jail';
import { settingOf } from '../resolve/merge';
import { textOf } from '../resolve/read-table';
import type { Setting } from '../resolve/setting';
import type { Text } from '../text/text';
import type { Jail, Model } from './model';
import type { TreeFile } from './tree-files';
import type { Use } from './use';

/** An option with the text somebody reads. */
export interface UsedValue {
  readonly option: string;
  readonly text: Text;
  /** The setting the text comes from, as far as it can be told. */
  readonly setting: Setting | undefined;
  /** The jail that reads it, if it is one. */
  readonly jail: Jail | undefined;
  readonly use: Use;
}

/**
 * Every value of an option as it is read: by the daemon, by each jail, by the filter and the actions of each enabled jail, and as
 * written in filters and actions no jail uses. A line that many jails read comes up for each of them; `onePerPlace` joins the
 * findings. What packaged files say of disabled jails is left out.
 */
export function valuesOf(model: Model, option: string): readonly UsedValue[] {
  return [
    ...ofDaemon(model, option),
    ...model.jails.flatMap(jail => ofJail(model, jail, option)),
    ...(definitionOptions.has(option) ? inDefinitions(model, option) : []),
  ];
}

function ofDaemon({ setup: { daemon } }: Model, option: string): readonly UsedValue[] {
  const read = daemon.options.get(option) ?? daemon.thread?.get(option);
  const text = read?.value.text;
  if (text === undefined || (needDatabase.has(option) && !hasDatabase(daemon.options))) return [];
  return [{ option, text, setting: read?.setting, jail: undefined, use: 'used' }];
}

/** Without a database the server passes over these (server/transmitter.py). */
const needDatabase: ReadonlySet<string> = new Set(['dbmaxmatches', 'dbpurgeage']);

function hasDatabase(options: Model['setup']['daemon']['options']): boolean {
  return textOf(options, 'dbfile').toLowerCase() !== 'none';
}

/** By option; looking through all filters and actions for each option anew would take long. */
const byModel = new WeakMap<Model, ReadonlyMap<string, readonly UsedValue[]>>();

function inDefinitions(model: Model, option: string): readonly UsedValue[] {
  const known = byModel.get(model) ?? definitionValues(model);
  byModel.set(model, known);
  return known.get(option) ?? [];
}

function definitionValues(model: Model): ReadonlyMap<string, readonly UsedValue[]> {
  const found = new Map<string, UsedValue[]>();
  const add = (value: UsedValue) => {
    const values = found.get(value.option) ?? [];
    values.push(value);
    found.set(value.option, values);
  };
  for (const jail of model.jails) addDefinitions(jail, add);
  for (const file of model.files) addUnusedFile(file, add);
  return found;
}

function ofJail({ setup }: Model, jail: Jail, option: string): readonly UsedValue[] {
  const use = option === 'enabled' ? 'used' : useOf(jail);
  // most jails are packaged and disabled
  if (use === 'disabled' && isPackaged(setup, jail.name, option)) return [];
  const effective = jail.option(option);
  if (effective?.setting === undefined || effective.result.kind !== 'text') return [];
  const { setting, result } = effective;
  return [{ option, text: result.text, setting, jail, use }];
}

function isPackaged({ jailFamily }: Model['setup'], jail: string, option: string): boolean {
  const setting = jailFamily.sections.get(jail)?.get(option) ?? jailFamily.defaults.get(option);
  return setting === undefined || isPackagedFile(setting.file.name);
}

function useOf({ enabled, reading }: Jail): Use {
  if (!enabled) return 'disabled';
  return reading.skipped === undefined ? 'used' : 'skipped';
}

function addDefinitions(jail: Jail, add: (value: UsedValue) => void): void {
  const { filter, actions } = jail.reading;
  if (filter !== undefined) addDefinition(jail, filter, filterNames, 'filter', add);
  for (const action of actions) {
    if (action.kind === 'command') addDefinition(jail, action, actionNames, 'action', add);
  }
}

function addDefinition(
  jail: Jail,
  { texts, family }: DefinitionUse,
  names: readonly string[],
  calledBy: 'filter' | 'action',
  add: (value: UsedValue) => void,
): void {
  for (const option of names) {
    const text = texts.get(option);
    if (text === undefined) continue;
    const own = family.sections.get('Definition')?.get(option) ?? family.defaults.get(option);
    add({ option, text, setting: own ?? jail.option(calledBy)?.setting, jail, use: useOf(jail) });
  }
}

const filterNames = filterOptions.map(({ name }) => name);
/** `timeout` is the one parameter of an action that the server itself looks at. */
const actionNames = [...actionOptions.map(({ name }) => name), 'timeout'];
const definitionOptions: ReadonlySet<string> = new Set([...filterNames, ...actionNames]);

/** Of values that hang on what a jail passes nothing can be told. */
function addUnusedFile({ file, kind, isRead }: TreeFile, add: (value: UsedValue) => void): void {
  if (isRead || (kind !== 'filter' && kind !== 'action')) return;
  for (const section of file.tree.sections) {
    if (section.name !== 'Definition') continue;
    for (const option of section.options) {
      if (!definitionOptions.has(option.key) || /[%<]/.test(option.value)) continue;
      const setting = settingOf(file, section, option);
      add({ option: option.key, text: setting.text, setting, jail: undefined, use: 'unused' });
    }
  }
}
