import { findRelease, releaseNames } from '../knowledge/release';
import { type Admin, unknownAdmin } from '../lint/admin';
import type { Severity } from '../lint/finding';
import type { Rule } from '../lint/rule';
import { excerpt } from '../text/excerpt';
import { type IniEntry, type IniFile, readIni } from './ini-file';
import { readRuleOptions } from './rule-options';
import { faultOf, type Reading, type Validator } from './schema-fault';
import { describeFault, unknownRule } from './settings-fault';
import { validateSettings } from './validate-f2blintrc';

/** What a `.f2blintrc` says; what it leaves out is undefined. */
export interface Settings {
  /** Paths of files that it builds on, as written. */
  readonly extends: readonly string[];
  readonly preset: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly maxWarnings: number | undefined;
  readonly fail2ban: string | undefined;
  /** Name of a base or a path, as written. */
  readonly base: string | undefined;
  /** Path of the baseline, as written. */
  readonly baseline: string | undefined;
  /** Patterns of what a search passes over, in the syntax of .gitignore. */
  readonly ignore: readonly string[];
  /** Severities of rules, by id. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Severities in some files, the last first. */
  readonly paths: readonly PathSettings[];
  /** Options of rules in their units, by id and name. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Path of the policy's JSON Schema as written, from the directory of the file. */
  readonly policySchema: string | undefined;
  /** What fixes may write: `networks` of `[admin]`, and the limits in `[policy]`. */
  readonly admin: Admin;
}

/** Severities of rules, by id, in the files that patterns of the syntax of .gitignore match. */
export interface PathSettings {
  readonly globs: readonly string[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

export const noSettings: Settings = {
  extends: [],
  preset: undefined,
  failOn: undefined,
  maxWarnings: undefined,
  fail2ban: undefined,
  base: undefined,
  baseline: undefined,
  ignore: [],
  severities: new Map(),
  paths: [],
  options: new Map(),
  policySchema: undefined,
  admin: unknownAdmin,
};

const validate: Validator = validateSettings;
const ruleSection = 'rule ';
const pathSection = 'path ';

/** Reads the text of a `.f2blintrc` (schemas/f2blintrc.schema.json) for the rules there are; the first thing wrong is the fault. */
export function readSettings(text: string, rules: readonly Rule[]): Reading<Settings> {
  const read = readIni(text);
  if (read.kind === 'fault') return read;
  const file = read.value;
  for (const [name, { line }] of file) {
    if (file.get('')!.entries.has(name))
      return faultOf(`${name} is both a key and a section`, undefined, line);
  }
  if (!validate(asObject(file))) return describeFault(validate.errors!, file, rules);
  const entries = (section: string) => file.get(section)?.entries ?? new Map<string, IniEntry>();
  const top = entries('');
  const wrongRelease = faultOfRelease(top.get('fail2ban'));
  if (wrongRelease !== undefined) return wrongRelease;
  const paths: PathSettings[] = [];
  for (const [name, { line }] of file) {
    const isPath = name.startsWith(pathSection);
    if (name !== 'rules' && !isPath) continue;
    for (const [id, { line }] of entries(name)) {
      if (!rules.some(rule => rule.id === id))
        return unknownRule(`[${excerpt(name)}] ${excerpt(id)}`, id, line, rules);
    }
    if (!isPath) continue;
    const globs = splitPaths(name.slice(pathSection.length));
    const fault = faultOfGlobs(`[${excerpt(name)}]`, globs, line);
    if (fault !== undefined) return fault;
    paths.push({ globs, severities: severitiesIn(entries(name)) });
  }
  const ignore = top.get('ignore');
  const ignored = splitPaths(ignore?.value ?? '');
  const wrongPattern = ignore && faultOfGlobs('ignore', ignored, ignore.line);
  if (wrongPattern !== undefined) return wrongPattern;
  const options = new Map<string, ReadonlyMap<string, number>>();
  for (const [name, section] of file) {
    if (!name.startsWith(ruleSection)) continue;
    const id = name.slice(ruleSection.length);
    const rule = rules.find(each => each.id === id);
    if (rule === undefined) return unknownRule(`[${name}]`, id, section.line, rules);
    const values = readRuleOptions(rule, section);
    if (values.kind === 'fault') return values;
    options.set(id, values.value);
  }
  const maxWarnings = top.get('max-warnings')?.value;
  return {
    kind: 'value',
    value: {
      extends: splitPaths(top.get('extends')?.value ?? '').map(path => path.replace(/\\(.)/g, '$1')),
      preset: top.get('preset')?.value,
      failOn: top.get('fail-on')?.value as Settings['failOn'],
      maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
      fail2ban: top.get('fail2ban')?.value,
      base: top.get('base')?.value,
      baseline: top.get('baseline')?.value,
      ignore: ignored,
      severities: severitiesIn(entries('rules')),
      paths,
      options,
      policySchema: entries('policy').get('schema')?.value,
      admin: {
        networks: splitWords(entries('admin').get('networks')?.value ?? ''),
        limits: limitsIn(entries('policy')),
      },
    },
  };
}

function severitiesIn(entries: ReadonlyMap<string, IniEntry>): PathSettings['severities'] {
  return new Map([...entries].map(([id, { value }]) => [id, value as Severity | 'off']));
}

/** Paths or patterns between white space; a blank within one has a backslash before it. */
function splitPaths(text: string): readonly string[] {
  return (text.match(/(?:\\.|[^\s\\])+/g) ?? []).map(each => each.replace(/^(?:\.\/)+(?=.)/, ''));
}

function faultOfGlobs(label: string, globs: readonly string[], line: number): Reading<never> | undefined {
  if (globs.length === 0) return faultOf(`${label} names no file`, undefined, line);
  const outside = globs.find(glob => /^!?\/?\.\.(?:\/|$)/.test(glob));
  if (outside === undefined) return undefined;
  return faultOf(
    `${label}: ${excerpt(outside)} matches nothing`,
    'patterns count from the directory of the file and do not lead out of it',
    line,
  );
}

function splitWords(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter(word => word !== '');
}

function limitsIn(policy: ReadonlyMap<string, IniEntry>): ReadonlyMap<string, string> {
  return new Map([...policy].flatMap(([key, { value }]) => (key === 'schema' ? [] : [[key, value]])));
}

/** The file in the shape its schema describes. */
function asObject(file: IniFile): unknown {
  const values = (section: string) =>
    Object.fromEntries([...file.get(section)!.entries].map(([key, { value }]) => [key, value]));
  const names = [...file.keys()].filter(name => name !== '');
  return { ...values(''), ...Object.fromEntries(names.map(name => [name, values(name)])) };
}

function faultOfRelease(entry: IniEntry | undefined): Reading<never> | undefined {
  if (entry === undefined || entry.value === 'auto' || findRelease(entry.value) !== undefined)
    return undefined;
  return faultOf(
    `fail2ban = ${excerpt(entry.value)}: f2blint does not know this release`,
    `one of auto, ${releaseNames.join(', ')}, or a full number such as 1.0.2`,
    entry.line,
  );
}
