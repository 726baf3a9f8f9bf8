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
    'element rule deny reject drop logdrop logreject route replace append delete del timeout --duration saddr ipv4_addr'
  ).split(' '),
);
/** Options of firewalls with what follows them: chains, ports and protocols. */
const valued =
  /(?:-I|-A|-p|--protocol|--dports?|--destination-ports?|\bdport|\bhook)[ ]+(?:[\w,:-]+(?=\s|$))?/y;
const echoed = /echo '<\w+>'/y;
const portSet = /dport \\?\{ .*?(<\w+>).*?\\?\}/y;
const family = /ip6tables|inet6|ipv6/i;

/** How a script is being read. */
interface Reading {
  quote: string;
  /** Within how many `$(…)`. */
  depth: number;
  isCommand: boolean;
}

/**
 * The lines of a script: which programs it calls, with which tags and telling words, and how its commands hang together. Of what
 * stands in quotes only tags are left.
 */
export function commandsStandIn(lines: readonly string[]): readonly string[] {
  const reading: Reading = { quote: '', depth: 0, isCommand: true };
  return lines.map(line => lineStandIn(line, reading));
}

function lineStandIn(line: string, reading: Reading): string {
  const parts: string[] = [];
  if (reading.quote === '' && reading.depth === 0) reading.isCommand = true;
  for (let at = 0; at < line.length; ) {
    const { text, length } = partAt(line, at, reading);
    if (text !== undefined && (text !== opaque || parts.at(-1) !== opaque)) parts.push(text);
    at += length;
  }
  // behind a blank a semicolon would start a comment
  return parts.join(' ').replaceAll(' ;', ';');
}

interface Part {
  readonly text: string | undefined;
  readonly length: number;
}

function partAt(line: string, at: number, reading: Reading): Part {
  const kept = keptAt(line, at);
  if (kept !== undefined) {
    reading.isCommand = false;
    return kept;
  }
  const character = line[at]!;
  const hidden: Part = { text: /\s/.test(character) ? undefined : opaque, length: 1 };
  if (character === '\\' && reading.quote !== "'") return { text: opaque, length: 2 };
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
    return { text: opaque, length: 2 };
  }
  if (reading.depth > 0) {
    if (character === '(') reading.depth++;
    if (character === ')') reading.depth--;
    const tool = match(/\bgrep\b/y, line, at);
    return tool === undefined ? hidden : { text: tool, length: tool.length };
  }
  const between = match(operator, line, at);
  if (between !== undefined) {
    reading.isCommand = true;
    return { text: between, length: between.length };
  }
  const found = match(word, line, at);
  if (found === undefined) return /[()]/.test(character) ? { text: undefined, length: 1 } : hidden;
  return wordPart(found, line.slice(at + found.length), reading);
}

/** What is kept wherever it stands. */
function keptAt(line: string, at: number): Part | undefined {
  const name = match(reference, line, at) ?? match(tag, line, at) ?? match(echoed, line, at);
  if (name !== undefined) return { text: name, length: name.length };
  const set = match(portSet, line, at);
  if (set !== undefined) return { text: `dport \\{ ${/<\w+>/.exec(set)![0]} \\}`, length: set.length };
  const option = /[\s;|]/.test(line[at - 1] ?? ' ') ? match(valued, line, at) : undefined;
  return option === undefined ? undefined : { text: option.trimEnd(), length: option.length };
}

function wordPart(found: string, rest: string, reading: Reading): Part {
  const { length } = found;
  if (reading.isCommand && rest.startsWith('=')) {
    // a variable that is set
    return { text: opaque, length: length + /^=[^\s<%"'`$]*/.exec(rest)![0].length };
  }
  if (keywords.has(found)) {
    reading.isCommand = !closing.has(found);
    return { text: found, length };
  }
  if (reading.isCommand && /^[\w/]*[a-z]/.test(found) && !rest.startsWith('<')) {
    reading.isCommand = false;
    return { text: found.slice(found.lastIndexOf('/') + 1), length };
  }
  const known = telling.has(found) ? found : family.exec(found)?.[0];
  return { text: known ?? opaque, length };
}
