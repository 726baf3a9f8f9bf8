import type { Rule, RuleOption } from '../lint/rule';
import { closestName } from '../text/closest-name';
import { excerpt } from '../text/excerpt';
import { describeSeconds } from '../values/duration';
import { suggestTime } from '../values/suggest-time';
import { parseTime } from '../values/time';
import type { IniSection } from './ini-file';
import { faultOf, type Reading } from './schema-fault';

/** Reads what a section `[rule GROUP/NAME]` sets: numbers, in the units of the options. */
export function readRuleOptions(
  rule: Rule,
  { line, entries }: IniSection,
): Reading<ReadonlyMap<string, number>> {
  const options = new Map(Object.entries(rule.options ?? {}));
  if (options.size === 0) return faultOf(`[rule ${rule.id}]: the rule has no options`, undefined, line);
  const values = new Map<string, number>();
  for (const [name, { value: text, line }] of entries) {
    const written = `[rule ${rule.id}] ${excerpt(name)} = ${excerpt(text)}`;
    const option = options.get(name);
    if (option === undefined) return unknownOption(rule, name, [...options.keys()], line);
    const value = readValue(option, text);
    if (value === undefined) {
      return option.unit === 'seconds'
        ? faultOf(`${written} is not a time`, timeHint(text), line)
        : faultOf(`${written} is not a number`, undefined, line);
    }
    if (value < option.minimum)
      return faultOf(`${written} is too small`, `at least ${describe(option)}`, line);
    values.set(name, value);
  }
  return { kind: 'value', value: values };
}

function readValue({ unit }: RuleOption, text: string): number | undefined {
  if (unit === 'number') return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
  const time = parseTime(text);
  return time.kind === 'seconds' ? time.seconds : undefined;
}

function describe({ unit, minimum }: RuleOption): string {
  return unit === 'seconds' ? describeSeconds(minimum) : String(minimum);
}

function timeHint(text: string): string {
  const time = suggestTime(text);
  return time === undefined ? 'write it as fail2ban does: 600, 10m, 1h 30m' : `did you mean ${time}?`;
}

function unknownOption({ id }: Rule, name: string, names: readonly string[], line: number): Reading<never> {
  const close = closestName(name, names);
  return faultOf(
    `[rule ${id}]: the rule has no option ${excerpt(name)}`,
    close === undefined ? `it has ${names.join(', ')}` : `did you mean ${close}?`,
    line,
  );
}
