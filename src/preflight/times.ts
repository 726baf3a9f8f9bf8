import { quote } from '../text/excerpt';
import { parseExactInteger } from '../values/integer';
import { type OddTime, parseTime } from '../values/time';
import { accepted, type Refusal } from './refusal';

const advice = 'write a number with units, such as 10m, 1h 30m or 2d';

/** A time that fail2ban only evaluates (`findtime`, `dbpurgeage`, `timeout` and so on; server/mytime.py): anything Python can work out will do. */
export function checkTime(option: string, value: string): readonly Refusal[] {
  const time = parseTime(value);
  if (time.kind !== 'refused') return accepted;
  const { reason, start, end } = time;
  return [timeRefusal(option, value, reason, start, end)];
}

/** `bantime`, which fail2ban also makes a whole number of (server/banmanager.py). */
export function checkBanTime(option: string, value: string): readonly Refusal[] {
  const time = parseTime(value);
  if (time.kind !== 'odd') return checkTime(option, value);
  const reason = oddReason(time.what, value);
  return reason === undefined ? accepted : [timeRefusal(option, value, reason)];
}

function oddReason(what: OddTime, value: string): string | undefined {
  switch (what) {
    case 'boolean':
      return undefined;
    case 'text':
    case 'bytes': {
      const [, , inside = ''] = /^\s*b?(["'])(.*)\1\s*$/i.exec(value) ?? [];
      return parseExactInteger(inside) === undefined ? 'a quoted text is no number' : undefined;
    }
    case 'tuple':
      return 'a comma makes it two values';
    case 'not finite':
      return 'the number is too large';
    case 'python':
      return /^\s*\w+\s*$/.test(value) ? 'it is no number' : undefined;
    default:
      return 'it is no number';
  }
}

function timeRefusal(option: string, value: string, reason: string, start?: number, end?: number): Refusal {
  return {
    code: 'time',
    rule: 'value/bad-time',
    message: `${option} = ${quote(value)} is not a time fail2ban understands: ${reason}`,
    advice,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
