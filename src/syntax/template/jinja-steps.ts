import { branch, close, open, type Step } from './tag';

/** The first word of a statement. */
export function keywordOf(code: string): string {
  return /^\w+/.exec(code)?.[0] ?? '';
}

/** Whether a statement prints text that stands elsewhere. */
export function printsText(code: string): boolean {
  return /^(?:include|extends|print)\b/.test(code);
}

const openings: ReadonlyMap<string, Step> = new Map([
  ['if', open('choice')],
  ['for', open('choice')],
  ['block', open('plain')],
  ['with', open('plain')],
  ['autoescape', open('plain')],
  ['trans', open('plain')],
  ['macro', open('hidden')],
  ['load_yaml', open('hidden')],
  ['load_json', open('hidden')],
  ['load_text', open('hidden')],
  ['call', open('opaque')],
  ['filter', open('opaque')],
]);

/** What a statement of Jinja (its code without delimiters) does to blocks; those of Salt included. */
export function jinjaSteps(code: string): readonly Step[] {
  const keyword = keywordOf(code);
  const opening = openings.get(keyword);
  if (opening !== undefined) return [opening];
  switch (keyword) {
    case 'elif':
      return [branch(false)];
    case 'else':
      return [branch(true)];
    case 'set':
      // without a value it takes the text up to endset
      return code.includes('=') ? [] : [open('hidden')];
    case 'endraw':
      return [];
    default:
      return keyword.startsWith('end') ? [close] : [];
  }
}
