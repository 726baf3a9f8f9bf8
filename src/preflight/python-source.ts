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
  const { lines, isClosed } = logicalLines(code);
  let hasAction = false;
  let inClass = false;
  let bodyIndent: number | undefined;
  let init: number | undefined;
  for (const { indent, start } of lines) {
    const line = code.slice(start, start + 200);
    if (indent === 0) {
      inClass = /^class\b/.test(line);
      bodyIndent = undefined;
      hasAction ||= /^(?:class[ \t]+Action\b|Action[ \t]*(?:=(?!=)|:))/.test(line);
    } else if (inClass) {
      bodyIndent ??= indent;
      const header = /^def[ \t]+__init__[ \t]*\(/.exec(line);
      if (header !== null && indent === bodyIndent) init = start + header[0].length;
    }
  }
  return { isClosed, hasAction, init: init === undefined ? undefined : readParameters(code, init) };
}

interface LogicalLine {
  readonly indent: number;
  /** Offset of the first character that is no blank. */
  readonly start: number;
}

/** The lines of a file that aren't inside of brackets, and whether all brackets are closed. */
function logicalLines(code: string): { readonly lines: readonly LogicalLine[]; readonly isClosed: boolean } {
  const lines: LogicalLine[] = [];
  const open: string[] = [];
  let lineStart = 0;
  let isNew = true;
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if (character === '\n') {
      isNew = open.length === 0;
      lineStart = at + 1;
    } else if (isNew && character.trim() !== '') {
      lines.push({ indent: at - lineStart, start: at });
      isNew = false;
    }
    if ('([{'.includes(character)) open.push(character);
    else if (')]}'.includes(character) && open.pop() !== '([{'[')]}'.indexOf(character)]) {
      return { lines, isClosed: false };
    }
  }
  return { lines, isClosed: open.length === 0 };
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
