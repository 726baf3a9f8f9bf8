import type { Rule, RuleOption } from '../lint/rule';
import { closestName } from '../text/closest-name';
import { describeSeconds } from '../values/duration';
import { parseTime } from '../values/time';
import { faultOf, type Reading } from './schema-fault';

/** Reads what a section `[rule GROUP/NAME]` sets: numbers, in the units of the options. */
export function readRuleOptions(
  rule: Rule,
  texts: ReadonlyMap<string, string>,
): Reading<ReadonlyMap<string, number>> {
  const options = new Map(Object.entries(rule.options ?? {}));
  const values = new Map<string, number>();
  for (const [name, text] of texts) {
    const place = `[rule ${rule.id}] ${name}`;
    const option = options.get(name);
    if (option === undefined) return unknownOption(rule, name, [...options.keys()]);
    const value = readValue(option, text);
    if (value === undefined) {
      return option.unit === 'seconds'
        ? faultOf(`${place} = ${text} is not a time`, 'write it as fail2ban does: 600, 10m, 1h 30m')
        : faultOf(`${place} = ${text} is not a number`);
    }
    if (value < option.minimum)
      return faultOf(`${place} = ${text} is too small`, `at least ${describe(option)}`);
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

function unknownOption({ id }: Rule, name: string, names: readonly string[]): Reading<never> {
  const close = closestName(name, names);
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return faultOf(
    `[rule ${id}]: the rule has no option ${name}`,
    close === undefined ? known : `did you mean ${close}?`,
  );
}
