import { isKnownCodec } from '../knowledge/python-codecs';
import { isKnownTimeZone } from '../knowledge/time-zones';
import { quote } from '../text/excerpt';
import { accepted, type Refusal } from './refusal';

/** `logencoding` (`setLogEncoding` of server/filter.py). */
export function checkEncoding(value: string): readonly Refusal[] {
  if (value.toLowerCase() === 'auto' || isKnownCodec(value)) return accepted;
  return [
    {
      code: 'encoding',
      rule: 'value/unknown-choice',
      message: `logencoding = ${quote(value)} is no encoding Python knows`,
      advice: 'write auto, utf-8 or the name of another encoding',
    },
  ];
}

/** `logtimezone` (`validateTimeZone` of server/strptime.py). */
export function checkTimeZone(value: string): readonly Refusal[] {
  if (isKnownTimeZone(value)) return accepted;
  return [
    {
      code: 'time-zone',
      rule: 'value/unknown-time-zone',
      message: `logtimezone = ${quote(value)} is no time zone fail2ban knows`,
      advice:
        'write an offset such as +0200, UTC+0200 or an abbreviation such as CET; names like Europe/Berlin are not known',
    },
  ];
}
