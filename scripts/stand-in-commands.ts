import { opaque } from '../src/text/opaque';
import { match, reference, tag } from './stand-in-regex';

const operator = /\|\||&&|[|;{}()]/y;
const word = /[\w./+-]+/y;
/** Words of the shell that a command may follow, and those that are followed by none. */
const keywords = new Set('if then else elif fi while until do done for in case esac !'.split(' '));
const closing = new Set(['for', 'in', 'done', 'fi', 'case', 'esac']);
/** What tells whether a firewall is told to block, and whether the ban ends by itself. */
const tellingWords = new Set(
  (
    '-d -td -T -p --protocol --insert --append --deny --tempdeny --add-rich-rule --add-rule --add-entry --add-source add insert ' +
    'element rule deny reject drop logdrop logreject route replace append --add timeout --duration saddr ipv4_addr'
  ).split(' '),
);
/** Options of firewalls with what follows them: chains, sets, ports and protocols. */
const valued =
  /(?:-I|-A|-N|-p|--new-chain|--create|--protocol|--dports?|--destination-ports?|dport|hook|create|--new-ipset=) *(?:(?<=[ =])(?:[\w,:-]|<[\w-]+>)+(?=[\s;]|$))?/y;
const addsChain = /--add-chain \S+ \S+ (?:[\w-]|<[\w-]+>)+/y;
/** What keeps a mail program from taking text for commands, and a parameter the shell splits. */
const verbatim = /-E 'set escape'|echo '<\w+>'/y;
const portSet = /dport \\?\{ .*?<\w+>.*?\\?\}/y;
const family = /ip6tables|inet6|ipv6/i;
/** What tells, in quotes too, that a script decides for itself whom it blocks. */
const deciding = /\b(?:if|case|grep)\b|ip6tables|inet6|ipv6/iy;
/** What a command writes to. */
const redirection = /\d?>>? *(?!\/dev\/null)(?:[\w./-]|<[\w-]+>)+/y;

const variable = /\$\{[^}]*\}|\$(?!\()/y;
const test = /\[\[?(?=\s)|\]\]?(?=[\s;]|$)/y;

/** In what a script is at some place, innermost last: quotes, `$(` and backquotes. */
type Context = '"' | "'" | '`' | '$(' | '(';

interface Reading {
  readonly contexts: Context[];
  isCommand: boolean;
}

/**
 * The lines of a script: which programs it calls, with which tags and telling words, and how its commands hang together, at their columns.
 * Of what stands in quotes only tags and commands are left.
 */
export function commandsStandIn(key: string, lines: readonly string[]): readonly string[] {
  if (!key.startsWith('action') && lines.some(line => prose.test(line))) return lines.map(namesOnly);
  const reading: Reading = { contexts: [], isCommand: true };
  return lines.map(line => {
    if (!isQuoted(reading)) reading.isCommand = true;
    let made = '';
    while (made.length < line.length) {
      const { text, length } = partAt(line, made.length, reading);
      made += text ?? opaque.repeat(length);
    }
    return made;
  });
}

/** The text of a mail. */
const prose = /(?:\\n.*){3}/;

function namesOnly(line: string): string {
  let made = '';
  while (made.length < line.length) made += nameAt(line, made.length)?.text ?? opaque;
  return made;
}

function isQuoted({ contexts }: Reading): boolean {
  const innermost = contexts.at(-1);
  return innermost === '"' || innermost === "'";
}

/** A part of a line with what stands for it, which is as long; opaque without a text. */
interface Part {
  readonly text: string | undefined;
  readonly length: number;
}

const hidden: Part = { text: undefined, length: 1 };

function partAt(line: string, at: number, reading: Reading): Part {
  const kept = isQuoted(reading) ? nameAt(line, at) : keptAt(line, at);
  if (kept !== undefined) {
    reading.isCommand = false;
    return kept;
  }
  const character = line[at]!;
  const { contexts } = reading;
  const innermost = contexts.at(-1);
  if (character === '\\' && innermost !== "'") return { ...hidden, length: Math.min(2, line.length - at) };
  const telling = isQuoted(reading) ? match(deciding, line, at) : undefined;
  if (telling !== undefined) return { text: telling, length: telling.length };
  if (innermost === "'" && character !== "'") return hidden;
  if (character === innermost) {
    contexts.pop();
    reading.isCommand = false;
    return { text: character, length: 1 };
  }
  if (line.startsWith('$(', at)) {
    contexts.push('$(');
    reading.isCommand = true;
    return { text: '$(', length: 2 };
  }
  if (character === '`') {
    contexts.push(character);
    reading.isCommand = true;
    return { text: character, length: 1 };
  }
  if (innermost === '"') return hidden;
  if (character === '"' || character === "'") {
    contexts.push(character);
    return { text: character, length: 1 };
  }
  if (/\s/.test(character)) return { text: character, length: 1 };
  const bracket = match(test, line, at);
  if (bracket !== undefined) {
    reading.isCommand = false;
    return { text: bracket, length: bracket.length };
  }
  const asked = match(variable, line, at);
  if (asked !== undefined) {
    reading.isCommand = false;
    return { text: `$${opaque.repeat(asked.length - 1)}`, length: asked.length };
  }
  const between = match(operator, line, at);
  if (between !== undefined) return operatorPart(between, reading);
  const found = match(word, line, at);
  return found === undefined ? hidden : wordPart(found, line.slice(at + found.length), reading);
}

function operatorPart(text: string, reading: Reading): Part {
  const { contexts } = reading;
  reading.isCommand = text !== ')';
  if (text === '(') contexts.push('(');
  else if (text === ')') {
    const innermost = contexts.at(-1);
    if (innermost !== '(' && innermost !== '$(') return hidden;
    contexts.pop();
  }
  return { text, length: text.length };
}

function nameAt(line: string, at: number): Part | undefined {
  const name = match(reference, line, at) ?? match(tag, line, at);
  return name === undefined ? undefined : { text: name, length: name.length };
}

/** What is kept wherever it stands outside quotes. */
function keptAt(line: string, at: number): Part | undefined {
  const name = nameAt(line, at);
  if (name !== undefined) return name;
  const text = match(verbatim, line, at) ?? match(redirection, line, at);
  if (text !== undefined) return { text, length: text.length };
  const set = match(portSet, line, at);
  if (set !== undefined) return { text: setStandIn(set), length: set.length };
  const chain = match(addsChain, line, at);
  if (chain !== undefined) return { text: chain.replace(/ \S+ \S+ /, hide), length: chain.length };
  const option = /[\s;|]/.test(line[at - 1] ?? ' ') ? match(valued, line, at) : undefined;
  return option === undefined ? undefined : { text: option, length: option.length };
}

/** A set of ports: `dport \{ … <port> … \}`. */
function setStandIn(set: string): string {
  const [, before = '', port = '', after = '', end = ''] = /^(.*?\{ ).*?(<\w+>)(.*?)(\\?\})$/.exec(set)!;
  const between = set.length - before.length - port.length - after.length - end.length;
  return before + opaque.repeat(between) + port + opaque.repeat(after.length) + end;
}

function hide(words: string): string {
  return words.replace(/\S/g, opaque);
}

function wordPart(found: string, rest: string, reading: Reading): Part {
  const { length } = found;
  if (reading.isCommand && rest.startsWith('=')) {
    // a variable that is set, for the command that may follow
    const behind = /^=[^\s<%"'`$;|]*/.exec(rest)![0];
    reading.isCommand = /^\s/.test(rest.slice(behind.length));
    return { text: `${found}=${opaque.repeat(behind.length - 1)}`, length: length + behind.length };
  }
  if (keywords.has(found)) {
    reading.isCommand = !closing.has(found);
    return { text: found, length };
  }
  if (reading.isCommand && /^[\w./]*[a-z]/.test(found) && !(found.endsWith('-') && rest.startsWith('<'))) {
    reading.isCommand = false;
    return { text: found, length };
  }
  reading.isCommand = false;
  if (tellingWords.has(found)) return { text: found, length };
  const part = family.exec(found);
  // that it is an option is known still
  if (part === null)
    return { text: (found.startsWith('-') ? '-' : opaque) + opaque.repeat(length - 1), length };
  const before = opaque.repeat(part.index);
  return { text: before + part[0] + opaque.repeat(length - part.index - part[0].length), length };
}
