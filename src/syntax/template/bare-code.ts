import { endOfQuoted } from './closing';

/** Code of Ruby or Puppet with its strings and comments taken out, so that words and braces in it are what they seem. */
export function bareCode(code: string): string {
  let bare = '';
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if (character === '#') {
      const end = code.indexOf('\n', at);
      if (end < 0) return bare;
      at = end - 1;
    } else if (character === "'" || character === '"') {
      const end = character === '"' ? endOfInterpolated(code, at) : endOfQuoted(code, at);
      if (end < 0) return bare;
      bare += ' "" ';
      at = end;
    } else bare += character;
  }
  return bare;
}

/** The same as `endOfQuoted` where `#{…}` or `${…}` may stand inside, with quotes of their own. */
function endOfInterpolated(code: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < code.length; at++) {
    const character = code[at];
    if (character === '\\') at++;
    else if (depth === 0 && character === '"') return at;
    else if (character === '{' && (depth > 0 || code[at - 1] === '#' || code[at - 1] === '$')) depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  return -1;
}
