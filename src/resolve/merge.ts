import type { Option, Section } from '../syntax/tree';
import { isAscii } from '../text/ascii';
import { lazyPattern } from '../text/lazy-pattern';
import type { Setting } from './setting';
import { optionText, type SourceFile } from './source';

/** Files merged into one configuration. */
export interface Merged {
  /** In load order. */
  readonly files: readonly SourceFile[];
  readonly defaults: ReadonlyMap<string, Setting>;
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Setting>>;
}

/** `[Init?family=inet6]`: word characters, then the condition. */
const conditionalName = lazyPattern(() => /^([\p{L}\p{N}_]+)(\?[^\n]+)$/u);
const asciiConditionalName = /^(\w+)(\?[^\n]+)$/;

/** Splits `WORD?REST` into word and condition with its `?`; undefined for any other name. */
export function splitCondition(name: string): { word: string; condition: string } | undefined {
  const [, word, condition] = (isAscii(name) ? asciiConditionalName : conditionalName()).exec(name) ?? [];
  return word === undefined || condition === undefined ? undefined : { word, condition };
}

/**
 * Merges files in load order, later ones option by option over earlier ones (client/configparserinc.py). What a file changes in a
 * section is kept in `KNOWN/SECTION`. A single file, not `together` with others, keeps the names of its sections.
 */
export function merge(files: readonly SourceFile[], together = true): Merged {
  const alone = files.length === 1 ? settingsOf(files[0]!) : undefined;
  const hasConditions = together && [...(alone?.sections.keys() ?? [])].some(name => name.includes('?'));
  if (alone !== undefined && !hasConditions) return { files, ...alone };
  const defaults = new Map<string, Setting>();
  const sections = new Map<string, Map<string, Setting>>();
  for (const file of files) {
    const own = settingsOf(file);
    own.defaults.forEach((setting, key) => {
      put(defaults, key, setting);
    });
    own.sections.forEach((settings, written) => {
      const condition = together && written.includes('?') ? splitCondition(written) : undefined;
      const name = condition?.word ?? written;
      const existing = sections.get(name);
      const target = existing ?? new Map<string, Setting>();
      if (existing === undefined) sections.set(name, target);
      const replaced = new Map<string, Setting>();
      settings.forEach((setting, plain) => {
        if (plain === '__name__' && condition !== undefined) return;
        const key = plain + (condition?.condition ?? '');
        const old = target.get(key);
        if (old !== undefined) replaced.set(key, old);
        put(target, key, key === plain ? setting : { ...setting, key });
      });
      if (existing !== undefined) remember(sections, `KNOWN/${name}`, replaced);
    });
  }
  return { files, defaults, sections };
}

function put(target: Map<string, Setting>, key: string, setting: Setting): void {
  const overrides = target.get(key);
  target.set(key, overrides === undefined ? setting : { ...setting, overrides });
}

function remember(
  sections: Map<string, Map<string, Setting>>,
  name: string,
  replaced: ReadonlyMap<string, Setting>,
): void {
  const known = sections.get(name) ?? new Map<string, Setting>();
  for (const [key, setting] of replaced) known.set(key, setting);
  sections.set(name, known);
}

interface FileSettings {
  readonly defaults: ReadonlyMap<string, Setting>;
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Setting>>;
}

/** Many filters include the same few files. */
const settingsByFile = new WeakMap<SourceFile, FileSettings>();

/** The settings of one file. Where the same option stands twice, which fail2ban refuses, the later one counts. */
function settingsOf(file: SourceFile): FileSettings {
  const known = settingsByFile.get(file);
  if (known !== undefined) return known;
  const defaults = new Map<string, Setting>();
  const sections = new Map<string, Map<string, Setting>>();
  for (const section of file.tree.sections) {
    const isDefault = section.name === 'DEFAULT';
    const target = isDefault ? defaults : (sections.get(section.name) ?? new Map<string, Setting>());
    if (!isDefault) sections.set(section.name, target);
    section.options.forEach(option => {
      put(target, option.key, settingOf(file, section, option));
    });
  }
  const settings = { defaults, sections };
  settingsByFile.set(file, settings);
  return settings;
}

/** An option as it stands in its file, before it is merged with others. */
export function settingOf(file: SourceFile, section: Section, option: Option): Setting {
  return {
    key: option.key,
    section: section.name,
    file,
    option,
    text: optionText(file, option),
    overrides: undefined,
  };
}
