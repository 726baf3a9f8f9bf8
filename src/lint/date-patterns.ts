import type { Model } from './model';
import { unusedFilters } from './unused-filters';
import type { UsedValue } from './used-values';

/** Patterns with which fail2ban looks for the date at the beginning of a line, or anywhere as it does without one. */
export const atBeginning =
  /^(?:\{\^LN-BEG\}|\^)(?:\\?[[(<"]|\(\?:|\\s[*+]?|\s|\]\??|\?)*(?:%|$|L?EPOCH|TAI64N|\{DATE\})|^\{DEFAULT\}$/i;

/** Whether a date at the beginning of a line is cut out before a regex is held against it. */
export function cutsLeadingDate(model: Model, value: UsedValue): boolean {
  const pattern = patternFor(model, value) ?? '';
  return pattern.split('\n').every(line => line === '' || atBeginning.test(line));
}

function patternFor(model: Model, { jail, option, text }: UsedValue): string | undefined {
  if (jail !== undefined)
    return jail.text('datepattern') ?? jail.reading.filter?.texts.get('datepattern')?.value;
  return unusedFilters(model)
    .find(filter => filter.texts.get(option) === text)
    ?.texts.get('datepattern')?.value;
}
