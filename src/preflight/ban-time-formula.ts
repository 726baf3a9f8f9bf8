import { excerpt, quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { parseExactInteger } from '../values/integer';
import { evaluatePython, type PythonProblem } from '../values/python/expression';
import { parsePython } from '../values/python/syntax';
import { pythonNames } from '../values/time';
import { accepted, type Refusal } from './refusal';
import { checkTime } from './times';

/** What a jail's `bantime.*` have told the server so far. */
export interface BanTimeState {
  factor: Text | undefined;
  formula: Text | undefined;
  hasMultipliers: boolean;
  isBuilt: boolean;
}

export function freshBanTime(): BanTimeState {
  return { factor: undefined, formula: undefined, hasMultipliers: false, isBuilt: false };
}

/** What `bantime.factor` may speak of: the names server/jail.py has when it evaluates it. */
const names: ReadonlySet<string> = new Set([
  ...pythonNames,
  ...(
    'logging math random queue Actions getLogger extractOptions _as_bool MyTime logSys Jail ' +
    'self opt value be multipliers __file__ __name__ __doc__ __package__'
  ).split(' '),
]);

const rebuilds: ReadonlySet<string> = new Set(['formula', 'factor', 'maxtime', 'rndtime', 'multipliers']);

/**
 * `set JAIL bantime.NAME VALUE` (`setBanTimeExtra` of server/jail.py). The factor is evaluated and the formula compiled at each of
 * these, in the order they come, so the state goes along. An empty value means that it is not set.
 */
export function checkBanTimeExtra(
  name: string,
  value: Text | undefined,
  state: BanTimeState,
): readonly Refusal[] {
  const text = value?.value === '' ? undefined : value;
  const refusals: Refusal[] = [];
  if ((name === 'maxtime' || name === 'rndtime') && text !== undefined) {
    refusals.push(...checkTime(`bantime.${name}`, text.value));
  }
  if (name === 'factor') state.factor = text;
  if (name === 'formula') state.formula = text;
  if (name === 'multipliers') {
    const wrong = text === undefined ? [] : checkMultipliers(text.value);
    refusals.push(...wrong);
    state.hasMultipliers = text !== undefined && wrong.length === 0;
  }
  if (rebuilds.has(name) || !state.isBuilt) refusals.push(...build(state));
  return refusals;
}

function build(state: BanTimeState): readonly Refusal[] {
  state.isBuilt = true;
  const { factor, formula, hasMultipliers } = state;
  const found: Refusal[] = [];
  if (factor !== undefined) found.push(...checkFactor(factor));
  if (found.length > 0) state.factor = undefined;
  if (formula === undefined || hasMultipliers) return found;
  const wrong = checkFormula(formula);
  if (wrong.length > 0) state.formula = undefined;
  return [...found, ...wrong];
}

function checkFactor(text: Text): readonly Refusal[] {
  const result = evaluatePython(pythonLines(text.value), names);
  if (result.type !== 'refused') return accepted;
  return [expressionRefusal('bantime.factor', text, result.problem, result.start, result.end)];
}

function checkFormula(text: Text): readonly Refusal[] {
  const parsed = parsePython(pythonLines(text.value));
  if (parsed.kind !== 'refused') return accepted;
  return [expressionRefusal('bantime.formula', text, parsed.problem, parsed.start, parsed.end)];
}

function pythonLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function expressionRefusal(
  option: string,
  text: Text,
  problem: PythonProblem,
  start: number,
  end: number,
): Refusal {
  return {
    code: 'ban-time-formula',
    rule: 'value/bad-bantime-formula',
    message: `${option} = ${quote(text.value)} is refused: ${explain(problem, excerpt(text.value.slice(start, end)))}`,
    advice:
      option === 'bantime.factor'
        ? 'write a number, such as 2 or 1.5'
        : 'leave it out to use the one fail2ban brings along, which doubles the time with every ban',
    text,
    start,
    end,
  };
}

function explain(problem: PythonProblem, part: string): string {
  if (problem === 'unknown word') return `"${part}" means nothing here`;
  if (problem === 'unfinished') return `something is missing behind "${part}"`;
  if (problem === 'misplaced') return `"${part}" has no place here`;
  return `Python can't work it out (${problem})`;
}

/** Whole numbers with one blank between them. */
function checkMultipliers(value: string): readonly Refusal[] {
  let at = 0;
  for (const word of value.split(' ')) {
    if (parseExactInteger(word) === undefined) {
      const what = word === '' ? 'there are two blanks' : `${quote(word)} is not a whole number`;
      return [
        {
          code: 'ban-time-formula',
          rule: 'value/bad-bantime-formula',
          message: `bantime.multipliers is refused: ${what}`,
          advice: 'write whole numbers with one blank between them, such as 1 2 4 8',
          start: at,
          end: at + Math.max(1, word.length),
        },
      ];
    }
    at += word.length + 1;
  }
  return accepted;
}
