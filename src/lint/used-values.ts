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

function inDefinitions(model: Model, option: string): readonly UsedValue[] {
  return [
    ...model.jails.flatMap(jail => ofDefinitions(jail, option)),
    ...model.files.flatMap(file => ofUnusedFile(file, option)),
  ];
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

function ofDefinitions(jail: Jail, option: string): readonly UsedValue[] {
  const { filter, actions } = jail.reading;
  const commands = actions.flatMap(action => (action.kind === 'command' ? [action] : []));
  const definitions: readonly DefinitionUse[] = filter === undefined ? commands : [filter, ...commands];
  return definitions.flatMap(({ definition, texts, family }) => {
    const text = isRead(definition, option) ? texts.get(option) : undefined;
    if (text === undefined) return [];
    const own = family.sections.get('Definition')?.get(option) ?? family.defaults.get(option);
    const setting = own ?? jail.option(definition === filter?.definition ? 'filter' : 'action')?.setting;
    return [{ option, text, setting, jail, use: useOf(jail) }];
  });
}

/** What fail2ban reads of `[Definition]`, and the one parameter of an action that the server itself looks at. */
function isRead({ known }: DefinitionUse['definition'], option: string): boolean {
  return known.some(({ name }) => name === option) || (known === actionOptions && option === 'timeout');
}

const definitionOptions: ReadonlySet<string> = new Set([
  ...[...filterOptions, ...actionOptions].map(({ name }) => name),
  'timeout',
]);

/** Of values that hang on what a jail passes nothing can be told. */
function ofUnusedFile({ file, kind, isRead: isUsed }: TreeFile, option: string): readonly UsedValue[] {
  if (isUsed || (kind !== 'filter' && kind !== 'action')) return [];
  return file.tree.sections.flatMap(section => {
    if (section.name !== 'Definition') return [];
    return section.options.flatMap(each => {
      if (each.key !== option || /[%<]/.test(each.value)) return [];
      const setting = settingOf(file, section, each);
      return [{ option, text: setting.text, setting, jail: undefined, use: 'unused' as const }];
    });
  });
}
