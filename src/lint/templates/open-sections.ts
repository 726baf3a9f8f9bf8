import type { Reader } from '../../knowledge/known-option';
import { isKnownOption, optionsOf } from '../../knowledge/options';
import { plausibleValue, type ValueSet } from './plausible-values';

type FileReader = Extract<Reader, 'jail' | 'daemon' | 'filter' | 'action'>;

/** What a file is read as, by its name below the configuration directory. */
export function readerOf(name: string): FileReader {
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
 * Settings for a section in which a template may print any option: each that is not `written` there, as lines. Where a finding holds with
 * them and without them it does not hang on what is printed. `references` are names that values refer to.
 */
export function anySettings(
  name: string,
  section: string | undefined,
  written: ReadonlySet<string>,
  references: ReadonlySet<string>,
  set: ValueSet,
): readonly string[] {
  if (section === undefined || section === 'INCLUDES') return [];
  const lines: string[] = [];
  const reader = readerOf(name);
  for (const each of readersOf(reader, section)) {
    for (const { name: option, isVariable = false, stock } of optionsOf(each).values()) {
      if (written.has(option) || (isVariable && reader !== 'jail')) continue;
      if (section === 'DEFAULT' && neverForAll.has(option)) continue;
      if (/^action_/.test(option) || stock === null) continue;
      const place = { kind: 'value', section, option, before: '', after: '' } as const;
      lines.push(`${option} = ${plausibleValue(place, set)}`);
    }
  }
  for (const reference of references) {
    if (!written.has(reference) && !isKnownOption(reader, reference))
      lines.push(`${reference} = kappa${lines.length}`);
  }
  return lines;
}

function readersOf(reader: FileReader, section: string): readonly Reader[] {
  if (section === 'DEFAULT' || section === 'Definition' || reader === 'jail') return [reader];
  return section === 'Thread' ? ['thread'] : [];
}
