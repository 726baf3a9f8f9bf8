import { readWord, type ShellWord } from './words';

/** A text while it is read. */
export interface Reader {
  readonly text: string;
  readonly end: number;
  at: number;
}

/** Passes `> file` and the like; gives the words in them, and adds those that are written to. */
export function readRedirections(reader: Reader, outputs: ShellWord[]): readonly ShellWord[] {
  const targets: ShellWord[] = [];
  for (;;) {
    skipBlanks(reader);
    const { text, at, end } = reader;
    const operator = redirection(text, at, end);
    if (operator === undefined) return targets;
    reader.at += operator.length;
    skipBlanks(reader);
    const target = readWord(text, reader.at, end);
    if (target === undefined) continue;
    reader.at = target.end;
    targets.push(target);
    const isNumber = operator.endsWith('&') && /^(?:\d+|-)$/.test(target.value);
    if (operator.includes('>') && !isNumber) outputs.push(target);
  }
}

function redirection(text: string, at: number, end: number): string | undefined {
  const operator = /^(?:\d{0,2}|&)(?:>>|>\||>&|>|<<-?|<&|<)/.exec(text.slice(at, Math.min(at + 6, end)))?.[0];
  const isTag = text[at] === '<' && readWord(text, at, end) !== undefined;
  return isTag ? undefined : operator;
}

/** The word at hand as it is written, or a bracket; empty where there is none. */
export function bareWord({ text, at, end }: Reader): string {
  if ((text[at] === '(' || text[at] === ')') && at < end) return text[at]!;
  const word = readWord(text, at, end);
  return word === undefined ? '' : text.slice(word.start, word.end);
}

export function skip(reader: Reader, pattern: RegExp): void {
  for (;;) {
    while (reader.at < reader.end && pattern.test(reader.text[reader.at]!)) reader.at++;
    if (reader.text[reader.at] === '#') skipComment(reader);
    else if (reader.text.startsWith('\\\n', reader.at)) reader.at += 2;
    else return;
  }
}

export function skipComment(reader: Reader): void {
  const line = reader.text.indexOf('\n', reader.at);
  reader.at = line < 0 || line > reader.end ? reader.end : line;
}

export function skipBlanks(reader: Reader): void {
  const { text, end } = reader;
  while (reader.at < end) {
    if (text[reader.at] === ' ' || text[reader.at] === '\t' || text[reader.at] === '\r') reader.at++;
    else if (text.startsWith('\\\n', reader.at)) reader.at += 2;
    else return;
  }
}
