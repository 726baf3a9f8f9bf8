import { namesOfFormat } from '../knowledge/options';
import { isBooleanWord, parseBoolean } from './boolean';
import { describeBanTime, describeSeconds } from './duration';
import { parseTime } from './time';

/** Options whose text is a time (section 13 of the semantics reference). */
export const timeOptions: ReadonlySet<string> = new Set(namesOfFormat('time'));

/** Options whose text is a yes or no. */
export const booleanOptions: ReadonlySet<string> = new Set(namesOfFormat('boolean'));

/** What the value of an option means in plain words; undefined where the text says it all. */
export function describeValue(option: string, text: string): string | undefined {
  if (booleanOptions.has(option)) {
    const word = parseBoolean(text) ? 'yes' : 'no';
    return isBooleanWord(text) ? word : `${word}: anything but 1, on, true and yes counts as no`;
  }
  if (!timeOptions.has(option)) return undefined;
  const time = parseTime(text);
  if (time.kind !== 'seconds') return 'not a time fail2ban understands';
  return option === 'bantime' ? describeBanTime(time.seconds) : describeSeconds(time.seconds);
}
