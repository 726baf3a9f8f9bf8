import type { Reader } from '../../knowledge/known-option';
import { isKnownOption, optionsOf } from '../../knowledge/options';
import type { ValueSet } from './plausible-values';
import { plausibleValue } from './plausible-values';

/** What a file is read as, by its name below the configuration directory. */
export function readerOf(name: string): 'jail' | 'daemon' | 'filter' | 'action' {
  if (name.startsWith('filter.d/')) return 'filter';
  if (name.startsWith('action.d/')) return 'action';
  return /^fail2ban\.(?:conf$|local$|d\/)/.test(name) ? 'daemon' : 'jail';
}

/** No jail gets these from `[DEFAULT]`, or all would. */
const neverForAll = new Set([
  'enabled',
  'filter',
  'failregex',
  'ignoreregex',
  'prefregex',
  'datepattern',
  'journalmatch',
  'maxlines',
  'logpath',
]);

/**
 * Settings for a section in which a template may print any option: each that the file does not write itself, as lines. Where a finding holds
 * with them and without them it does not hang on what is printed.
 */
export function anySettings(
  name: string,
  section: string | undefined,
  { options, references }: Written,
  set: ValueSet,
): string {
  if (section === undefined || section === 'INCLUDES') return '';
  const lines: string[] = [];
  const written = options.get(section);
  const add = (option: string, value: string) => {
    if (written?.has(option) !== true) lines.push(`${option} = ${value}`);
  };
  const reader = readerOf(name);
  for (const each of readersOf(reader, section)) {
    for (const option of optionsOf(each).values()) {
      if (option.isVariable && reader !== 'jail') continue;
      if (section === 'DEFAULT' && neverForAll.has(option.name)) continue;
      if (/^action_/.test(option.name) || option.stock === null) continue;
      add(
        option.name,
        plausibleValue({ kind: 'value', section, option: option.name, before: '', after: '' }, set),
      );
    }
  }
  for (const reference of references)
    if (!isKnownOption(reader, reference)) add(reference, `kappa${lines.length}`);
  return lines.join('\n');
}

function readersOf(reader: 'jail' | 'daemon' | 'filter' | 'action', section: string): readonly Reader[] {
  if (section === 'DEFAULT' || section === 'Definition' || reader === 'jail') return [reader];
  return section === 'Thread' ? ['thread'] : [];
}

/** What a template writes itself, in whatever branch. */
export interface Written {
  /** Names of options in lower case, by section. */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names in `%(name)s`. */
  readonly references: ReadonlySet<string>;
}

/** Reads a template line by line, whatever its statements say. */
export function writtenIn(text: string): Written {
  const options = new Map<string, Set<string>>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = header;
      options.set(section, options.get(section) ?? new Set());
    }
    const key = /^([\w][\w./-]*)\s*[=:]/.exec(line)?.[1]?.toLowerCase();
    if (key === undefined) continue;
    const keys = options.get(section) ?? new Set<string>();
    options.set(section, keys.add(key));
  }
  const references = new Set<string>();
  for (const [, name] of text.matchAll(/%\(([\w.-]{1,60})\)s/g)) references.add(name!.toLowerCase());
  return { options, references };
}
