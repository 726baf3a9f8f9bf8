import type { Reader } from '../../knowledge/known-option';
import { isKnownOption, optionsOf } from '../../knowledge/options';
import { closestName } from '../../text/closest-name';
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

function readersOf(reader: 'jail' | 'daemon' | 'filter' | 'action', section: string): readonly Reader[] {
  if (section === 'DEFAULT' || section === 'Definition' || reader === 'jail') return [reader];
  return section === 'Thread' ? ['thread'] : [];
}

/** What a template writes itself, in whatever branch. */
export interface Written {
  /** Names of the sections, as they are written. */
  readonly sections: ReadonlySet<string>;
  /** Names of options in lower case that the section around an offset sets. */
  optionsAt(offset: number): ReadonlySet<string>;
  /** Names in `%(name)s` that the package does not set, nor one like it: a misspelt name is nobody's. */
  readonly references: ReadonlySet<string>;
}

/** Reads a template line by line, whatever its statements say. `known` are the names that the package sets. */
export function writtenIn(text: string, known: ReadonlySet<string>): Written {
  const byName = new Map<string, Set<string>>([['', new Set()]]);
  const starts: { readonly start: number; readonly options: Set<string> }[] = [
    { start: 0, options: byName.get('')! },
  ];
  let start = 0;
  for (const line of text.split('\n')) {
    const header = /^\[(.+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      const options = byName.get(header) ?? new Set();
      byName.set(header, options);
      starts.push({ start, options });
    }
    const key = /^(\w[\w./-]*)\s*[=:]/.exec(line)?.[1];
    if (key !== undefined) starts.at(-1)!.options.add(key.toLowerCase());
    start += line.length + 1;
  }
  const references = new Set<string>();
  for (const [, name] of text.matchAll(/%\(([\w.-]{1,60})\)s/g)) references.add(name!.toLowerCase());
  for (const name of references)
    if (known.has(name) || closestName(name, known) !== undefined) references.delete(name);
  return {
    sections: new Set(byName.keys()),
    optionsAt: offset => starts.findLast(each => each.start <= offset)!.options,
    references,
  };
}
