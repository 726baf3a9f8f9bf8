import type { Span } from '../../text/span';
import { programOf } from './program';
import { bareWord, type Reader, readRedirections, skip, skipBlanks, skipComment } from './reader';
import { readWord, type ShellWord } from './words';

/** One simple command of a shell script, be it in a group, behind `then`, or in `$(…)`. */
export interface ShellCommand {
  /** Name of the program without its directory; `sudo` and the like are passed over. Empty where it can't be told. */
  readonly program: string;
  /** The words from the program on. */
  readonly words: readonly ShellWord[];
  /** What `>`, `>>` and the like write to. */
  readonly outputs: readonly ShellWord[];
  /** The text of the commands whose output it reads through a `|`. */
  readonly input: Span | undefined;
  /** What runs if it fails: the text behind the `||` that follows it. */
  readonly otherwise: Span | undefined;
}

/** A script while its commands are collected. */
interface Script extends Reader {
  readonly found: ShellCommand[];
  /** How many groups and `$(…)` it stands in. */
  depth: number;
}

/** Nobody writes deeper ones; what is in them is left out. */
const deepest = 20;

const openers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['{', '}'],
  ['if', 'fi'],
  ['while', 'done'],
  ['until', 'done'],
  ['for', 'done'],
  ['case', 'esac'],
]);
const closers: ReadonlySet<string> = new Set(openers.values());
/** Words a command may follow; what they mean is of no importance here. */
const connectors: ReadonlySet<string> = new Set(['then', 'else', 'elif', 'do', '!', 'time']);

/**
 * The commands of a script for `sh`, as fail2ban has it before tags are replaced; each `<tag>` is a part of a word. Nothing is run
 * or replaced, and what isn't understood is left out.
 */
export function shellCommands(text: string): readonly ShellCommand[] {
  const reader: Script = { text, end: text.length, found: [], at: 0, depth: 0 };
  while (reader.at < reader.end) {
    readList(reader, undefined, undefined);
    // a closing word that nothing opened
    if (reader.at < reader.end) reader.at += peekCloser(reader)?.length ?? 1;
  }
  return reader.found;
}

/** Pipelines with what stands between them, up to the word that closes the group. */
function readList(reader: Script, closer: string | undefined, input: Span | undefined): void {
  for (;;) {
    skip(reader, /[\s;&]/);
    if (reader.at >= reader.end || peekCloser(reader) !== undefined) return;
    const before = reader.at;
    readAlternatives(reader, closer, input);
    if (reader.at === before) return;
  }
}

/** `a || b || c`: what stands left of `||` has what stands right as its alternative. */
function readAlternatives(reader: Script, closer: string | undefined, input: Span | undefined): void {
  const lefts: { first: number; last: number; start: number }[] = [];
  let first = reader.found.length;
  for (;;) {
    readPipeline(reader, closer, input);
    skipBlanks(reader);
    const operator = /^(?:\|\||&&)/.exec(
      reader.text.slice(reader.at, Math.min(reader.at + 2, reader.end)),
    )?.[0];
    if (operator === undefined) break;
    reader.at += 2;
    skip(reader, /\s/);
    if (operator === '||') {
      lefts.push({ first, last: reader.found.length, start: reader.at });
      first = reader.found.length;
    }
  }
  for (const { first: from, last, start } of lefts) {
    for (let index = from; index < last; index++) {
      const command = reader.found[index]!;
      reader.found[index] = { ...command, otherwise: command.otherwise ?? { start, end: reader.at } };
    }
  }
}

function readPipeline(reader: Script, closer: string | undefined, outer: Span | undefined): void {
  const start = reader.at;
  let input = outer;
  for (;;) {
    readStage(reader, closer, input);
    skipBlanks(reader);
    const { text, at } = reader;
    if (text[at] !== '|' || text[at + 1] === '|' || at >= reader.end) return;
    input = { start, end: at };
    reader.at += text[at + 1] === '&' ? 2 : 1;
    skip(reader, /\s/);
  }
}

function readStage(reader: Script, closer: string | undefined, input: Span | undefined): void {
  skip(reader, /\s/);
  let keyword = bareWord(reader);
  while (connectors.has(keyword)) {
    reader.at += keyword.length;
    skip(reader, /\s/);
    keyword = bareWord(reader);
  }
  const closing = openers.get(keyword);
  if (closing === undefined) {
    readCommand(reader, closer, input);
    return;
  }
  reader.at += keyword.length;
  if (keyword === 'for' || keyword === 'case') skipHeader(reader, keyword);
  readGroup(reader, closing, input);
}

/** The list of names behind `for`, the word behind `case`. */
function skipHeader(reader: Script, keyword: string): void {
  const isEnd = keyword === 'for' ? /^do$/ : /^in$/;
  for (;;) {
    skip(reader, /[\s;]/);
    const word = readWord(reader.text, reader.at, reader.end);
    if (word === undefined) return;
    reader.at = word.end;
    readScripts(reader, word);
    if (isEnd.test(word.value)) return;
  }
}

function readGroup(reader: Script, closer: string, input: Span | undefined): void {
  if (++reader.depth > deepest) reader.at = reader.end;
  readList(reader, closer, input);
  while (closer !== ')' && peekCloser(reader) === ')') {
    // the pattern of a case
    reader.at++;
    readList(reader, closer, input);
  }
  reader.depth--;
  reader.at += peekCloser(reader)?.length ?? 0;
  for (const word of readRedirections(reader, [])) readScripts(reader, word);
}

function readCommand(reader: Script, closer: string | undefined, input: Span | undefined): void {
  const words: ShellWord[] = [];
  const outputs: ShellWord[] = [];
  const scripts: ShellWord[] = [];
  for (;;) {
    skipBlanks(reader);
    scripts.push(...readRedirections(reader, outputs));
    if (reader.text[reader.at] === '#') skipComment(reader);
    const word = readWord(reader.text, reader.at, reader.end);
    if (word === undefined) break;
    reader.at = word.end;
    scripts.push(word);
    if (words.length > 0 || !/^[A-Za-z_]\w*=/.test(word.value)) words.push(word);
  }
  if (reader.text[reader.at] === ')' && closer === 'esac') return;
  const own = programOf(words);
  if (words.length + outputs.length > 0) {
    reader.found.push({ ...own, outputs, input, otherwise: undefined });
  }
  for (const word of scripts) readScripts(reader, word);
}

function readScripts(reader: Script, word: ShellWord): void {
  if (reader.depth >= deepest) return;
  for (const { start, end } of word.scripts) {
    const inner: Script = { text: reader.text, end, found: reader.found, at: start, depth: reader.depth + 1 };
    readList(inner, undefined, undefined);
  }
}

function peekCloser(reader: Script): string | undefined {
  const bare = bareWord(reader);
  return closers.has(bare) ? bare : undefined;
}
