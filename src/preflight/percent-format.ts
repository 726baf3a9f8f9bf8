/** A `%` that Python can't fill in, and where it stands. */
export interface FormatProblem {
  readonly kind: 'unknown' | 'unfinished';
  readonly start: number;
  readonly end: number;
}

export type Filled =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly problem: FormatProblem };

/** Flags, width, precision and length between a `%` and its letter. */
const modifiers = /[#0\- +]*\d*(?:\.\d*)?[hlL]?/y;

/**
 * Fills a date pattern as Python does with `pattern % names` (server/datetemplate.py): each `%X` of `fields` by its name. What else
 * starts with `%` must be `%(X)s` with a known X; fail2ban would also fill in a lone `%s` before all others, with nonsense.
 */
export function fillFields(
  pattern: string,
  fields: ReadonlyMap<string, string>,
  fieldAt: (pattern: string, at: number) => string | undefined,
): Filled {
  let text = '';
  let anyFilled = false;
  for (let at = 0; at < pattern.length; ) {
    const percent = pattern.indexOf('%', at);
    if (percent < 0) return { kind: 'text', text: text + pattern.slice(at) };
    text += pattern.slice(at, percent);
    const field = fieldAt(pattern, percent + 1);
    if (field !== undefined) {
      text += fields.get(field) ?? '';
      at = percent + 1 + field.length;
    } else {
      const key = readKey(pattern, percent + 1);
      if (key === 'unclosed') return refused('unfinished', percent, pattern.length);
      if (key !== undefined && !fields.has(key.name)) return refused('unknown', percent, key.end);
      modifiers.lastIndex = key?.end ?? percent + 1;
      modifiers.test(pattern);
      const letter = pattern[modifiers.lastIndex];
      if (letter === undefined) return refused('unfinished', percent, pattern.length);
      at = modifiers.lastIndex + 1;
      const fits = (letter === 's' || letter === 'r' || letter === 'a') && (key !== undefined || !anyFilled);
      if (!fits && letter !== '%') return refused('unknown', percent, at);
      text += key === undefined ? `{${letter}}` : (fields.get(key.name) ?? '');
    }
    anyFilled = true;
  }
  return { kind: 'text', text };
}

function refused(kind: FormatProblem['kind'], start: number, end: number): Filled {
  return { kind: 'refused', problem: { kind, start, end } };
}

/** `(name)` at `at`, brackets within counted; undefined where none starts there. */
function readKey(pattern: string, at: number): { name: string; end: number } | 'unclosed' | undefined {
  if (pattern[at] !== '(') return undefined;
  let depth = 0;
  for (let end = at; end < pattern.length; end++) {
    if (pattern[end] === '(') depth++;
    else if (pattern[end] === ')' && --depth === 0) return { name: pattern.slice(at + 1, end), end: end + 1 };
  }
  return 'unclosed';
}
