/** Whether a pattern of `logpath` takes in a path, as Python's `glob` has it: `*` and `?` stop at a slash, `[…]` is one of some. */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const names = path.split('/');
  return parts.length === names.length && parts.every((part, index) => nameMatches(part, names[index]!));
}

/** Whether a part of a path is a pattern, not a name. */
export function isPattern(part: string): boolean {
  return /[*?[]/.test(part);
}

/** Whether a name fits a part of a pattern. What begins with a dot is only taken in by a pattern that does (`glob`, `fnmatch` of Python). */
export function nameMatches(pattern: string, name: string): boolean {
  if (!isPattern(pattern)) return pattern === name;
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const wanted = readPattern(pattern);
  const characters = Array.from(name);
  // the last star is the only one whose length is ever changed: at most pattern × name steps
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    const part = wanted[next];
    if (part === '*') {
      star = next++;
      starAt = at;
    } else if (part?.(characters[at]!)) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (wanted[next] === '*') next++;
  return next === wanted.length;
}

type OneCharacter = (character: string) => boolean;

function readPattern(pattern: string): readonly ('*' | OneCharacter)[] {
  const characters = Array.from(pattern);
  const parts: ('*' | OneCharacter)[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    const end = character === '[' ? setEnd(characters, at + 1) : -1;
    if (character === '*') {
      if (parts.at(-1) !== '*') parts.push('*');
    } else if (character === '?') parts.push(() => true);
    else if (end >= 0) {
      parts.push(readSet(characters.slice(at + 1, end)));
      at = end;
    } else parts.push(each => each === character);
  }
  return parts;
}

/** Index of the `]` that closes a set; one that comes first belongs to it. -1 where nothing closes it, and `[` is no more than that. */
function setEnd(characters: readonly string[], start: number): number {
  const first = characters[start] === '!' ? start + 1 : start;
  return characters.indexOf(']', first + 1);
}

function readSet(characters: readonly string[]): OneCharacter {
  const isNegated = characters[0] === '!';
  const ranges: (readonly [number, number])[] = [];
  for (let at = isNegated ? 1 : 0; at < characters.length; at++) {
    const isRange = characters[at + 1] === '-' && at + 2 < characters.length;
    const last = isRange ? characters[at + 2]! : characters[at]!;
    ranges.push([characters[at]!.codePointAt(0)!, last.codePointAt(0)!]);
    if (isRange) at += 2;
  }
  return character => {
    const code = character.codePointAt(0)!;
    return ranges.some(([low, high]) => low <= code && code <= high) !== isNegated;
  };
}
