/** What the constructor of an action written in Python takes. */
export interface Constructor {
  /** Names in order, `self` first. */
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
  readonly takesAny: boolean;
}

/** What can be told of a Python file without running it. `init` is undefined where the action inherits one. */
export interface PythonSource {
  /** Whether every bracket is closed; without that Python reads nothing of the file. */
  readonly isClosed: boolean;
  readonly hasAction: boolean;
  readonly init: Constructor | undefined;
}

/** Looks for `class Action` (or `Action = …`) and the last `__init__` of a class in the text of a Python file. */
export function readPythonSource(text: string): PythonSource {
  const code = withoutLiterals(text);
  const hasAction = /^(?:class[ \t]+Action\b|Action[ \t]*(?:=(?!=)|:))/m.test(code);
  let init: Constructor | undefined;
  for (const { 0: header, 1: indent = '', index } of code.matchAll(/^([ \t]+)def[ \t]+__init__[ \t]*\(/gm)) {
    if (isInClass(code, index, indent)) init = readParameters(code, index + header.length);
  }
  return { isClosed: areBracketsClosed(code), hasAction, init };
}

/** Whether the nearest line above with less indentation opens a class of the module itself. */
function isInClass(code: string, at: number, indent: string): boolean {
  const lines = code.slice(0, at).split('\n').reverse();
  const above = lines.find(line => line.trim() !== '' && !line.startsWith(indent) && /^[ \t]*\w/.test(line));
  return above !== undefined && /^class\b/.test(above);
}

function readParameters(code: string, from: number): Constructor {
  const parts = splitParameters(code, from);
  const parameters = parts
    .filter(part => /^\w/.test(part))
    .map(part => ({ name: /^\w+/.exec(part)?.[0] ?? '', required: !part.includes('=') }));
  return { parameters, takesAny: parts.some(part => part.startsWith('**')) };
}

/** The texts between the commas up to the closing bracket; what a lone `*` or `/` says is left out of account. */
function splitParameters(code: string, from: number): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < code.length; at++) {
    const character = code[at]!;
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth > 0) depth--;
    else if (depth === 0 && (character === ',' || character === ')')) {
      parts.push(code.slice(start, at).trim());
      start = at + 1;
      if (character === ')') break;
    }
  }
  return parts;
}

/** The code with comments taken out and each quoted text made empty, line breaks and all. */
function withoutLiterals(text: string): string {
  const parts: string[] = [];
  let from = 0;
  const start = /["'#]/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const at = found.index;
    const end = found[0] === '#' ? lineEnd(text, at) : quoteEnd(text, at, found[0]);
    parts.push(text.slice(from, at), found[0] === '#' ? '' : "''");
    from = end;
    start.lastIndex = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Behind a quoted text that starts at `at`; one quote ends with its line if it isn't closed. */
function quoteEnd(text: string, at: number, quote: string): number {
  const triple = text.startsWith(quote.repeat(3), at);
  const closing = triple ? quote.repeat(3) : quote;
  for (let end = at + closing.length; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text.startsWith(closing, end)) return end + closing.length;
    else if (!triple && text[end] === '\n') return end;
  }
  return text.length;
}

function areBracketsClosed(code: string): boolean {
  const open: string[] = [];
  for (const character of code) {
    if ('([{'.includes(character)) open.push(character);
    else if (')]}'.includes(character) && open.pop() !== '([{'[')]}'.indexOf(character)]) return false;
  }
  return open.length === 0;
}
