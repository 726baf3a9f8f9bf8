/**
 * Whether the name of a file fits one part of a pattern of `Include`: `*`, `?`, `[…]` with `!` and ranges, `\` before what is meant
 * as it is; a leading dot fits only a dot (glob(3) as OpenSSH brings it along).
 */
export function matchesName(name: string, pattern: string): boolean {
  const tokens = readTokens(pattern);
  if (name.startsWith('.') && !(tokens[0] !== undefined && tokens[0] !== '*' && tokens[0].isDot))
    return false;
  const characters = Array.from(name);
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    const token = tokens[next];
    if (token === '*') {
      star = next++;
      starAt = at;
    } else if (token?.fits(characters[at]!)) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[next] === '*') next++;
  return next === tokens.length;
}

interface OneCharacter {
  readonly fits: (character: string) => boolean;
  readonly isDot: boolean;
}

function readTokens(pattern: string): readonly ('*' | OneCharacter)[] {
  const characters = Array.from(pattern);
  const tokens: ('*' | OneCharacter)[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push({ fits: () => true, isDot: false });
    else if (character === '[') {
      const set = readSet(characters, at + 1);
      tokens.push(set?.token ?? exactly('['));
      at = set?.end ?? at;
    } else if (character === '\\' && at + 1 < characters.length) tokens.push(exactly(characters[++at]!));
    else tokens.push(exactly(character));
  }
  return tokens;
}

function exactly(expected: string): OneCharacter {
  return { fits: character => character === expected, isDot: expected === '.' };
}

/** A set of characters from behind its `[` on; undefined where it isn't closed. */
function readSet(
  characters: readonly string[],
  from: number,
): { token: OneCharacter; end: number } | undefined {
  const isNegated = characters[from] === '!';
  const start = isNegated ? from + 1 : from;
  const ranges: [string, string][] = [];
  const classes: RegExp[] = [];
  let at = start;
  for (; at < characters.length && (characters[at] !== ']' || at === start); at++) {
    const name = /^\[:([a-z]+):\]/.exec(characters.slice(at, at + 12).join(''))?.[1];
    const named = name === undefined ? undefined : namedClasses.get(name);
    if (name !== undefined && named !== undefined) {
      classes.push(named);
      at += name.length + 3;
    } else if (characters[at + 1] === '-' && at + 2 < characters.length && characters[at + 2] !== ']') {
      ranges.push([characters[at]!, characters[at + 2]!]);
      at += 2;
    } else ranges.push([characters[at]!, characters[at]!]);
  }
  if (at >= characters.length) return undefined;
  const has = (character: string) =>
    ranges.some(([low, high]) => low <= character && character <= high) ||
    classes.some(each => each.test(character));
  return { token: { fits: character => has(character) !== isNegated, isDot: false }, end: at };
}

const namedClasses: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /^[A-Za-z0-9]$/],
  ['alpha', /^[A-Za-z]$/],
  ['digit', /^[0-9]$/],
  ['lower', /^[a-z]$/],
  ['upper', /^[A-Z]$/],
  ['punct', /^[!-/:-@[-`{-~]$/],
  ['space', /^[ \t\n\v\f\r]$/],
  ['xdigit', /^[0-9A-Fa-f]$/],
]);
