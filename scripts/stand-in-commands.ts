import { opaque } from '../src/text/opaque';
import { match, reference, tag } from './stand-in-regex';

const operator = /\|\||&&|[|;{}]/y;
const word = /[\w./+-]+/y;
/** Words of the shell that a command may follow, and those that are followed by none. */
const keywords = new Set('if then else elif fi while until do done for in case esac !'.split(' '));
const closing = new Set(['for', 'in', 'done', 'fi', 'case', 'esac']);
/** What tells whether a firewall is told to block, and whether the ban ends by itself. */
const telling = new Set(
  (
    '-d -td -T -p --protocol --insert --append --deny --tempdeny --add-rich-rule --add-rule --add-entry --add-source add insert ' +
    'element rule deny reject drop logdrop logreject route replace append delete del -exist timeout --duration saddr ipv4_addr'
  ).split(' '),
);
/** Options of firewalls with what follows them: chains, sets, ports and protocols. */
const valued =
  /(?:-I|-A|-N|-p|--new-chain|--protocol|--dports?|--destination-ports?|dport|hook|create|--new-ipset=) *(?:(?<=[ =])(?:[\w,:-]|<[\w-]+>)+(?=[\s;]|$))?/y;
const addsChain = /--add-chain \S+ \S+ (?:[\w-]|<[\w-]+>)+/y;
const echoed = /echo '<\w+>'/y;
const portSet = /dport \\?\{ .*?<\w+>.*?\\?\}/y;
const family = /ip6tables|inet6|ipv6/i;

/** How a script is being read. */
interface Reading {
  quote: string;
  /** Within how many `$(…)`. */
  depth: number;
  isCommand: boolean;
}

/**
 * The lines of a script: which programs it calls, with which tags and telling words, and how its commands hang together, at their columns.
 * Of what stands in quotes only tags are left.
 */
export function commandsStandIn(lines: readonly string[]): readonly string[] {
  const reading: Reading = { quote: '', depth: 0, isCommand: true };
  return lines.map(line => {
    if (reading.quote === '' && reading.depth === 0) reading.isCommand = true;
    let made = '';
    while (made.length < line.length) {
      const { text, length } = partAt(line, made.length, reading);
      made += text ?? opaque.repeat(length);
    }
    return made;
  });
}

/** A part of a line with what stands for it, which is as long; opaque without a text. */
interface Part {
  readonly text: string | undefined;
  readonly length: number;
}

const hidden: Part = { text: undefined, length: 1 };

function partAt(line: string, at: number, reading: Reading): Part {
  const kept = keptAt(line, at);
  if (kept !== undefined) {
    reading.isCommand = false;
    return kept;
  }
  const character = line[at]!;
  if (character === '\\' && reading.quote !== "'")
    return at + 1 < line.length ? { ...hidden, length: 2 } : hidden;
  if (reading.quote !== '') {
    if (character === reading.quote) reading.quote = '';
    return hidden;
  }
  if (/["'`]/.test(character)) {
    reading.quote = character;
    reading.isCommand = false;
    return hidden;
  }
  if (line.startsWith('$(', at)) {
    reading.depth++;
    reading.isCommand = false;
    return { ...hidden, length: 2 };
  }
  if (reading.depth > 0) return inSubstitution(line, at, reading);
  if (/\s/.test(character)) return { text: character, length: 1 };
  const between = match(operator, line, at);
  if (between !== undefined) {
    reading.isCommand = true;
    return { text: between, length: between.length };
  }
  const found = match(word, line, at);
  if (found === undefined) return /[()]/.test(character) ? { text: ' ', length: 1 } : hidden;
  return wordPart(found, line.slice(at + found.length), reading);
}

/** Of `$(…)` no more than that it looks for something. */
function inSubstitution(line: string, at: number, reading: Reading): Part {
  if (line[at] === '(') reading.depth++;
  if (line[at] === ')') reading.depth--;
  const tool = match(/\bgrep\b/y, line, at);
  return tool === undefined ? hidden : { text: tool, length: tool.length };
}

/** What is kept wherever it stands. */
function keptAt(line: string, at: number): Part | undefined {
  const name = match(reference, line, at) ?? match(tag, line, at) ?? match(echoed, line, at);
  if (name !== undefined) return { text: name, length: name.length };
  const set = match(portSet, line, at);
  if (set !== undefined) return { text: setStandIn(set), length: set.length };
  const chain = match(addsChain, line, at);
  if (chain !== undefined) return { text: chain.replace(/ \S+ \S+ /, hide), length: chain.length };
  const option = /[\s;|]/.test(line[at - 1] ?? ' ') ? match(valued, line, at) : undefined;
  return option === undefined ? undefined : { text: option, length: option.length };
}

/** A set of ports: `dport \{ … <port> … \}`. */
function setStandIn(set: string): string {
  const [, before = '', port = '', after = '', end = ''] = /^(.*?\{ )(?:.*?)(<\w+>)(.*?)(\\?\})$/.exec(set)!;
  const between = set.length - before.length - port.length - after.length - end.length;
  return before + opaque.repeat(between) + port + opaque.repeat(after.length) + end;
}

function hide(words: string): string {
  return words.replace(/\S/g, opaque);
}

function wordPart(found: string, rest: string, reading: Reading): Part {
  const { length } = found;
  if (reading.isCommand && rest.startsWith('=')) {
    // a variable that is set
    return { ...hidden, length: length + /^=[^\s<%"'`$]*/.exec(rest)![0].length };
  }
  if (keywords.has(found)) {
    reading.isCommand = !closing.has(found);
    return { text: found, length };
  }
  if (reading.isCommand && /^[\w/]*[a-z]/.test(found) && !rest.startsWith('<')) {
    reading.isCommand = false;
    return { text: found, length };
  }
  if (telling.has(found)) return { text: found, length };
  const part = family.exec(found);
  if (part === null) return { text: undefined, length };
  const before = opaque.repeat(part.index);
  return { text: before + part[0] + opaque.repeat(length - part.index - part[0].length), length };
}
