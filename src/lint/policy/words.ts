import { excerpt } from '../../text/excerpt';
import { describeSeconds } from '../../values/duration';
import { timeOptions } from '../../values/meaning';
import type { Violation } from './violation';

/** What is wrong with a value, to follow its name: `is 10 minutes; it has to be at least 1 hour`. */
export function describeViolation({ keyword, asked, value, name }: Violation, option: string): string {
  const is = `is ${describe(value, option)}`;
  const limit = () => describe(asked, option);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return name === undefined ? `${is}, which is not allowed` : 'is not set';
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return 'is not allowed';
    case 'minimum':
      return `${is}; it has to be at least ${limit()}`;
    case 'exclusiveMinimum':
      return `${is}; it has to be more than ${limit()}`;
    case 'maximum':
      return `${is}; it has to be at most ${limit()}`;
    case 'exclusiveMaximum':
      return `${is}; it has to be less than ${limit()}`;
    case 'const':
      return `${is}; it has to be ${limit()}`;
    case 'enum':
      return `${is}; it has to be one of ${(asked as unknown[]).map(each => describe(each, option)).join(', ')}`;
    case 'type':
      return `${is}; it has to be of type ${[asked].flat().join(' or ')}`;
    case 'contains':
      return `lacks ${wanted(asked, option)}`;
    case 'pattern':
      return `${is}, which does not fit ${asked}`;
    case 'minItems':
      return `has fewer than ${count(asked)}`;
    case 'maxItems':
      return `has more than ${count(asked)}`;
    default:
      return `${is}, which is not allowed`;
  }
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
