import type { Rule } from '../lint/rule';
import { closestName } from '../text/closest-name';
import { excerpt } from '../text/excerpt';
import type { IniFile } from './ini-file';
import { faultOf, pointerNames, type Reading, type SchemaFault } from './schema-fault';

const topKeys = ['preset', 'fail-on', 'max-warnings', 'fail2ban', 'extends', 'base', 'baseline', 'ignore'];
const sectionNames = ['rules', 'policy', 'admin', 'rule GROUP/NAME', 'path GLOB'];

/** A place in the file: a key of a section, a key before any section (section ''), or a whole section (no key). */
interface Place {
  readonly section: string;
  readonly key: string | undefined;
  readonly line: number;
  readonly value: string;
}

/** What stands first of what the schema finds wrong in a `.f2blintrc`, in words. */
export function describeFault(
  faults: readonly SchemaFault[],
  file: IniFile,
  rules: readonly Rule[],
): Reading<never> {
  const placed = faults.map(fault => ({ fault, place: placeOf(fault, file) }));
  const { fault, place } = placed.sort((a, b) => a.place.line - b.place.line)[0]!;
  const { section, key, line, value } = place;
  if (key === undefined) return unknownSection(place, rules);
  const label = section === '' ? excerpt(key) : `[${section}] ${excerpt(key)}`;
  if (fault.keyword === 'additionalProperties') return unknownKey(label, place, rules);
  if (fault.params.type === 'object') return faultOf(`${label} is a section`, `write it as [${key}]`, line);
  if (value === '') return faultOf(`${label} needs a value`, `write it as ${key} = …`, line);
  if (fault.keyword !== 'enum')
    return faultOf(`${label} = ${excerpt(value)} is not a whole number`, undefined, line);
  if ((section === 'rules' || section.startsWith('path ')) && !rules.some(rule => rule.id === key))
    return unknownRule(label, key, line, rules);
  const allowed = fault.params.allowedValues as readonly string[];
  return faultOf(`${label} = ${excerpt(value)} is not known`, meant(value, allowed), line);
}

function placeOf({ instancePath, keyword, params }: SchemaFault, file: IniFile): Place {
  const added = keyword === 'additionalProperties' ? [String(params.additionalProperty)] : [];
  const [first = '', second] = [...pointerNames(instancePath), ...added];
  const section = second === undefined && !file.has(first) ? '' : first;
  const key = section === first ? second : first;
  const found = file.get(section);
  const entry = key === undefined ? undefined : found?.entries.get(key);
  return { section, key, line: entry?.line ?? found?.line ?? 1, value: entry?.value ?? '' };
}

function unknownSection({ section, line }: Place, rules: readonly Rule[]): Reading<never> {
  if (topKeys.includes(section)) {
    return faultOf(`[${section}] is no section`, `write it as ${section} = … before the first section`, line);
  }
  const message = `section [${excerpt(section)}] is not known`;
  if (rules.some(rule => rule.id === section)) {
    return faultOf(message, `options of a rule stand in [rule ${section}]`, line);
  }
  if (section === 'path') {
    return faultOf(message, 'write it as [path GLOB], for instance [path roles/*/templates/**]', line);
  }
  if (section.startsWith('rule ')) {
    return unknownRule(`[${excerpt(section)}]`, section.slice('rule '.length), line, rules);
  }
  const [word = '', ...rest] = section.split(' ');
  const opener = rest.length === 0 ? undefined : closestName(word, ['rule', 'path']);
  const close = opener === undefined ? closestName(section, sectionNames) : [opener, ...rest].join(' ');
  const all = sectionNames.map(name => `[${name}]`).join(', ');
  return faultOf(message, close === undefined ? `one of ${all}` : `did you mean [${excerpt(close)}]?`, line);
}

function unknownKey(label: string, { section, key, line }: Place, rules: readonly Rule[]): Reading<never> {
  const message = `${label} is not known`;
  if (section !== '') return faultOf(message, 'it takes schema = FILE', line);
  if (rules.some(rule => rule.id === key))
    return faultOf(message, 'severities of rules stand in [rules]', line);
  return faultOf(message, meant(key!, topKeys), line);
}

/** A rule there is none of, with the one that was meant. */
export function unknownRule(label: string, id: string, line: number, rules: readonly Rule[]): Reading<never> {
  if (topKeys.includes(id)) {
    return faultOf(`${label} is not known`, `${id} stands before the first section`, line);
  }
  const ids = rules.map(rule => rule.id);
  const close = ids.find(each => each.endsWith(`/${id}`)) ?? closestName(id, ids);
  return faultOf(
    `${label}: there is no rule ${excerpt(id)}`,
    close === undefined ? 'f2blint rules lists them' : `did you mean ${close}?`,
    line,
  );
}

function meant(word: string, allowed: readonly string[]): string {
  const close = closestName(word, allowed);
  return close === undefined ? `one of ${allowed.join(', ')}` : `did you mean ${close}?`;
}
