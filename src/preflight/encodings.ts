import { isKnownCodec } from '../knowledge/python-codecs';
import { isKnownTimeZone } from '../knowledge/time-zones';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import { accepted, type Refusal } from './refusal';

/** `logencoding` (`setLogEncoding` of server/filter.py). */
export function checkEncoding(value: string): readonly Refusal[] {
  if (value.toLowerCase() === 'auto' || isKnownCodec(value)) return accepted;
  const close = closestName(value, ['auto', 'utf-8', 'ascii', 'iso-8859-1', 'windows-1252']);
  return [
    {
      code: 'encoding',
      rule: 'value/unknown-choice',
      message: `logencoding = ${quote(value)} is no encoding Python knows`,
      advice: 'write auto, utf-8 or the name of another encoding',
      ...(close !== undefined && { mend: { by: close } }),
    },
  ];
}

/** `logtimezone` (`validateTimeZone` of server/strptime.py). */
export function checkTimeZone(value: string): readonly Refusal[] {
  if (isKnownTimeZone(value)) return accepted;
  const meant = zoneDrafts(value).find(isKnownTimeZone);
  return [
    {
      code: 'time-zone',
      rule: 'value/unknown-time-zone',
      message: `logtimezone = ${quote(value)} is no time zone fail2ban knows`,
      advice:
        'write an offset such as +0200, UTC+0200 or an abbreviation such as CET; names like Europe/Berlin are not known',
      ...(meant !== undefined && { mend: { by: meant } }),
    },
  ];
}

/** `utc`, `UTC +2`, `GMT+1:00`, `+2` in the way fail2ban writes them. */
function zoneDrafts(value: string): readonly string[] {
  const plain = value.toUpperCase().replace(/\s+/g, '');
  return [plain, plain.replace(/([+-])(\d)(?!\d)/, '$10$2')];
}
