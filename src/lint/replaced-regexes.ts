import { hasLine } from '../knowledge/line-mark';
import { isStockFile } from '../knowledge/stock';
import type { Family } from '../resolve/family';
import { parseCall } from '../resolve/parameters';
import { readOption } from '../resolve/read-option';
import { overridden, type Setting } from '../resolve/setting';
import { isFromStock } from './from-stock';
import type { Jail, Model } from './model';
import type { Use } from './use';

/** A failregex that stands in place of those of a filter of the package. */
export interface ReplacedRegexes {
  readonly filter: string;
  /** The failregex that counts. */
  readonly setting: Setting;
  /** The one of the filter. */
  readonly replaced: Setting;
  /** How many regexes that has. */
  readonly count: number;
  readonly jail: string | undefined;
  readonly use: Use;
}

/**
 * Where a failregex of a jail or of `NAME.local` replaces those of a packaged filter by fewer. Silent where it asks for
 * them with `known/failregex` or repeats some of them, and so is a rewrite of the whole filter.
 */
export function replacedRegexes(model: Model): readonly ReplacedRegexes[] {
  return [...model.jails.flatMap(jail => inJail(model, jail)), ...inLocalFiles(model)];
}

function inJail(model: Model, jail: Jail): readonly ReplacedRegexes[] {
  const { setup } = model;
  const { setting } = jail.option('failregex') ?? {};
  const call = jail.option('filter')?.result;
  if (setting === undefined || call?.kind !== 'text' || isFromStock(setup, setting.text)) return [];
  const parsed = parseCall(call.text, setup.release);
  if (parsed.kind === 'error') return [];
  const name = parsed.call.name.value;
  const family = isPackaged(name) ? setup.loadFamily(`filter.d/${name}`) : undefined;
  const replaced = family?.sections.get('Definition')?.get('failregex');
  if (family === undefined || replaced === undefined) return [];
  const use: Use = jail.enabled ? 'used' : 'disabled';
  return compare(name, family, setting, replaced, jail.name, use);
}

function inLocalFiles({ files, setup }: Model): readonly ReplacedRegexes[] {
  return files.flatMap(({ file, kind, isRead }) => {
    const [, name = ''] = /^filter\.d\/([^/]+)\.local$/.exec(file.name) ?? [];
    if (kind !== 'filter' || !isPackaged(name)) return [];
    const family = setup.loadFamily(`filter.d/${name}`);
    const setting = family.sections.get('Definition')?.get('failregex');
    const replaced = setting?.file.path === file.path ? overridden(setting).at(-1) : undefined;
    if (setting === undefined || replaced === undefined) return [];
    return compare(name, family, setting, replaced, undefined, isRead ? 'used' : 'unused');
  });
}

function isPackaged(filter: string): boolean {
  return isStockFile(`filter.d/${filter}.conf`);
}

function compare(
  filter: string,
  family: Family,
  setting: Setting,
  replaced: Setting,
  jail: string | undefined,
  use: Use,
): readonly ReplacedRegexes[] {
  const written = linesOf(setting.text.value);
  if (written.length === 0 || saysSo(setting) || /%\((?:known\/)?failregex\)s/.test(setting.text.value))
    return [];
  const old = linesOf(replaced.text.value);
  if (written.some(line => hasLine(old, line))) return [];
  const variables = [new Map([['failregex', replaced.text]])];
  const { result } = readOption({ merged: family, variables }, 'Definition', 'failregex');
  const rules = result.kind === 'text' ? linesOf(result.text.value) : old;
  if (written.length >= rules.length || written.some(line => hasLine(rules, line))) return [];
  return [{ filter, setting, replaced, count: rules.length, jail, use }];
}

/** Whether a comment above the option says that it replaces what there is. */
function saysSo({ file, option }: Setting): boolean {
  const above = file.text.slice(Math.max(0, option.keySpan.start - 2000), option.keySpan.start);
  return /^[ \t]*[#;].*\b(?:replac|overrid|instead)/im.test(above);
}

function linesOf(value: string): readonly string[] {
  return value.split('\n').filter(line => line.trim() !== '');
}
