import { parse } from 'ini';
import type { Severity } from '../lint/finding';
import type { Rule } from '../lint/rule';
import { closestName } from '../text/closest-name';
import { readRuleOptions } from './rule-options';
import { faultOf, pointerNames, type Reading, type SchemaFault, type Validator } from './schema-fault';
import { validateSettings } from './validate-f2blintrc';

/** What a `.f2blintrc` says; what it leaves out is undefined. */
export interface Settings {
  readonly preset: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly maxWarnings: number | undefined;
  readonly fail2ban: string | undefined;
  /** Severities of rules, by id. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Options of rules in their units, by id and name. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Path of the policy's JSON Schema as written, from the directory of the file. */
  readonly policySchema: string | undefined;
}

export const noSettings: Settings = {
  preset: undefined,
  failOn: undefined,
  maxWarnings: undefined,
  fail2ban: undefined,
  severities: new Map(),
  options: new Map(),
  policySchema: undefined,
};

const validate: Validator = validateSettings;
const ruleSection = 'rule ';

/** Reads the text of a `.f2blintrc` (schemas/f2blintrc.schema.json) for the rules there are; the first thing wrong is the fault. */
export function readSettings(text: string, rules: readonly Rule[]): Reading<Settings> {
  const data = parse(text.replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>>;
  if (!validate(data)) return describeFault(validate.errors!, data);
  // the shape is known from here on
  const top = new Map(Object.entries(data as Readonly<Record<string, string>>));
  const sections = new Map(
    Object.entries(data as Readonly<Record<string, Readonly<Record<string, string>>>>),
  );
  const severities = new Map(Object.entries(sections.get('rules') ?? {}));
  for (const id of severities.keys()) {
    if (!rules.some(rule => rule.id === id)) return unknownRule(`[rules] ${id}`, id, rules);
  }
  const options = new Map<string, ReadonlyMap<string, number>>();
  for (const [section, values] of sections) {
    if (!section.startsWith(ruleSection)) continue;
    const id = section.slice(ruleSection.length);
    const rule = rules.find(each => each.id === id);
    if (rule === undefined) return unknownRule(`[${section}]`, id, rules);
    const read = readRuleOptions(rule, new Map(Object.entries(values)));
    if (read.kind === 'fault') return read;
    options.set(id, read.value);
  }
  const maxWarnings = top.get('max-warnings');
  return {
    kind: 'value',
    value: {
      preset: top.get('preset'),
      failOn: top.get('fail-on') as Settings['failOn'],
      maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
      fail2ban: top.get('fail2ban'),
      severities: severities as Settings['severities'],
      options,
      policySchema: new Map(Object.entries(sections.get('policy') ?? {})).get('schema'),
    },
  };
}

function unknownRule(place: string, id: string, rules: readonly Rule[]): Reading<never> {
  const close = closestName(
    id,
    rules.map(rule => rule.id),
  );
  return faultOf(
    `${place}: there is no rule ${id}`,
    close === undefined ? 'f2blint rules lists them' : `did you mean ${close}?`,
  );
}

const topKeys = ['preset', 'fail-on', 'max-warnings', 'fail2ban'];

function describeFault(faults: readonly SchemaFault[], data: unknown): Reading<never> {
  // a word that is misspelt says more than the value that is missed because of it
  const fault = faults.find(each => each.keyword === 'additionalProperties') ?? faults[0]!;
  const names = pointerNames(fault.instancePath);
  if (fault.keyword === 'additionalProperties') return unknownKey(names, fault, data);
  const place = placeOf(names);
  if (fault.keyword === 'enum') {
    return faultOf(`${place} is not known`, `one of ${(fault.params.allowedValues as string[]).join(', ')}`);
  }
  if (fault.keyword === 'pattern') return faultOf(`${place} is not a whole number`);
  if (fault.params.type === 'object') return faultOf(`${place} is a section`, `write it as [${names[0]}]`);
  return faultOf(`${place} needs one value`, `write it as ${names.at(-1)} = …`);
}

function unknownKey(names: readonly string[], { params }: SchemaFault, data: unknown): Reading<never> {
  const key = String(params.additionalProperty);
  if (names.length > 0) return faultOf(`[${names[0]}] ${key} is not known`, 'it takes schema = FILE');
  const isSection = typeof new Map(Object.entries(data as object)).get(key) === 'object';
  const what = isSection ? `section [${key}]` : key;
  const known = isSection ? ['rules', 'policy', 'rule GROUP/NAME'] : topKeys;
  const close = closestName(key, known);
  const all = isSection ? known.map(each => `[${each}]`) : known;
  const all2 = `one of ${all.join(', ')}`;
  return faultOf(
    `${what} is not known`,
    close === undefined ? all2 : `did you mean ${isSection ? `[${close}]` : close}?`,
  );
}

function placeOf([first = '', second]: readonly string[]): string {
  return second === undefined ? first : `[${first}] ${second}`;
}
