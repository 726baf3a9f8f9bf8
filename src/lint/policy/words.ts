import { excerpt } from '../../text/excerpt';
import { describeSeconds } from '../../values/duration';
import { timeOptions } from '../../values/meaning';
import type { Violation } from './violation';

/** What is wrong with a value, to follow its name: `is 10 minutes; it has to be at least 1 hour`. */
export function describeViolation({ keyword, asked, value, name }: Violation, option: string): string {
  const is = `is ${describe(value, option)}`;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return name === undefined ? `${is}, which is not allowed` : 'is not set';
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return 'is not allowed';
    case 'contains':
      return `lacks ${wanted(asked, option)}`;
    case 'pattern':
      return `${is}, which does not fit ${asked}`;
    case 'minItems':
      return `has fewer than ${count(asked)}`;
    case 'maxItems':
      return `has more than ${count(asked)}`;
    default: {
      const demand = demandOf(keyword, asked, option);
      return demand === undefined ? `${is}, which is not allowed` : `${is}; it has to be ${demand}`;
    }
  }
}

/** What a keyword asks of a value, to follow `it has to be`; undefined for what can't be said in short. */
function demandOf(keyword: string, asked: unknown, option: string): string | undefined {
  const limit = () => describe(asked, option);
  switch (keyword) {
    case 'minimum':
      return `at least ${limit()}`;
    case 'exclusiveMinimum':
      return `more than ${limit()}`;
    case 'maximum':
      return `at most ${limit()}`;
    case 'exclusiveMaximum':
      return `less than ${limit()}`;
    case 'multipleOf':
      return `a multiple of ${limit()}`;
    case 'const':
      return limit();
    case 'enum':
      return `one of ${(asked as unknown[]).map(each => describe(each, option)).join(', ')}`;
    case 'type':
      return `of type ${[asked].flat().join(' or ')}`;
    case 'anyOf':
    case 'oneOf':
      return allOf(
        (asked as unknown[]).map(branch => demandOfBranch(branch, option)),
        ' or ',
      );
    default:
      return undefined;
  }
}

const remarks: ReadonlySet<string> = new Set(['title', 'description', '$comment']);

function demandOfBranch(branch: unknown, option: string): string | undefined {
  if (typeof branch !== 'object' || branch === null) return undefined;
  const keywords = Object.entries(branch).filter(([keyword]) => !remarks.has(keyword));
  return allOf(
    keywords.map(([keyword, asked]) => demandOf(keyword, asked, option)),
    ' and ',
  );
}

function allOf(demands: readonly (string | undefined)[], between: string): string | undefined {
  return demands.length === 0 || demands.includes(undefined) ? undefined : demands.join(between);
}

function count(asked: unknown): string {
  return `${asked} ${asked === 1 ? 'entry' : 'entries'}`;
}

function wanted(asked: unknown, option: string): string {
  const schema = new Map<string, unknown>(
    typeof asked === 'object' && asked !== null ? Object.entries(asked) : [],
  );
  const constant = schema.get('const');
  const choices = schema.get('enum');
  const pattern = schema.get('pattern');
  if (constant !== undefined) return describe(constant, option);
  if (Array.isArray(choices)) return `any of ${choices.map(each => describe(each, option)).join(', ')}`;
  return pattern === undefined ? 'what it has to hold' : `an entry that fits ${pattern}`;
}

/** A value in the words of an admin: times in units, lists without brackets. */
function describe(value: unknown, option: string): string {
  if (value === undefined) return 'not set';
  if (typeof value === 'number' && timeOptions.has(option)) {
    return option === 'bantime' && value === -1 ? '-1 (for ever)' : describeSeconds(value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? 'empty' : excerpt(value.map(each => describe(each, option)).join(' '));
  if (typeof value === 'boolean') return String(value);
  return excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));
}
