import type { Rule, RuleOption } from '../lint/rule';
import { describeSeconds } from '../values/duration';

/** An option of a rule as people are told of it. */
export interface OptionLine {
  readonly name: string;
  readonly summary: string;
  /** In words: `10 minutes`, `5`. */
  readonly fallback: string;
  readonly least: string;
}

/** The options a rule takes in `.f2blintrc`, in their order. */
export function optionLines({ options = {} }: Rule): readonly OptionLine[] {
  return Object.entries(options).map(([name, option]) => ({
    name,
    summary: option.summary,
    fallback: inWords(option, option.default),
    least: inWords(option, option.minimum),
  }));
}

/** How the options of a rule are set, with their defaults: a section of `.f2blintrc`. Empty for a rule without options. */
export function optionExample({ id, options = {} }: Rule): readonly string[] {
  const lines = Object.entries(options).map(([name, { unit, default: fallback }]) =>
    unit === 'seconds' ? `${name} = ${shortTime(fallback)}` : `${name} = ${fallback}`,
  );
  return lines.length === 0 ? [] : [`[rule ${id}]`, ...lines];
}

function inWords({ unit }: RuleOption, value: number): string {
  return unit === 'seconds' ? describeSeconds(value) : String(value);
}

const units = [
  [604800, 'w'],
  [86400, 'd'],
  [3600, 'h'],
  [60, 'm'],
] as const;

function shortTime(seconds: number): string {
  const unit = units.find(([length]) => seconds > 0 && seconds % length === 0);
  return unit === undefined ? String(seconds) : `${seconds / unit[0]}${unit[1]}`;
}
