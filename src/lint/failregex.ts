import type { Jail } from './model';

/** The regexes a jail looks for, its own or those of its filter, tags replaced, a line each; empty where it has none. */
export function failregexOf({ reading: { filter, options } }: Jail): string {
  const text = options.get('failregex')?.value.text ?? filter?.texts.get('failregex');
  return text?.value ?? '';
}
