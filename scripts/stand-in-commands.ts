import { match, opaque, reference, tag } from './stand-in-regex';

const operator = /\|\||&&|[|;{}]/y;
const word = /[\w./+-]+/y;
/** Words of the shell a command may follow, and those that are none itself. */
const keywords = new Set('if then else elif fi while until do done for in !'.split(' '));
const names = new Set(['for', 'in', 'done', 'fi']);
/** What tells whether a firewall is told to block. */
const verbs = new Set(
  (
    '-I -A -D -d -td -T --insert --append --deny --tempdeny --add-rich-rule --add-rule --add-entry --add-source add insert element rule ' +
    'deny reject drop logdrop logreject route replace append delete del'
  ).split(' '),
);

/** The lines of a script: which programs it calls, with which tags, and how its commands hang together. What stands in quotes is left out, but tags. */
export function commandsStandIn(lines: readonly string[]): readonly string[] {
  let quote = '';
  let isCommand = true;
  let depth = 0;
  return lines.map(line => {
    const parts: string[] = [];
    const hide = () => {
      if (parts.at(-1) !== opaque) parts.push(opaque);
    };
    if (quote === '' && depth === 0) isCommand = true;
    for (let at = 0; at < line.length; ) {
      const found = match(reference, line, at) ?? match(tag, line, at);
      if (found !== undefined) {
        parts.push(found);
        isCommand = false;
        at += found.length;
        continue;
      }
      const character = line[at]!;
      if (character === '\\') {
        if (quote !== "'") {
          hide();
          at += 2;
          continue;
        }
      }
      if (quote !== '') {
        if (character === quote) quote = '';
        hide();
        at++;
        continue;
      }
      if (character === '"' || character === "'" || character === '`') {
        quote = character;
        isCommand = false;
        hide();
        at++;
        continue;
      }
      if (line.startsWith('$(', at) || (depth > 0 && character === '(')) {
        depth++;
        at += character === '$' ? 2 : 1;
        hide();
        isCommand = false;
        continue;
      }
      if (depth > 0) {
        if (character === ')') depth--;
        hide();
        at++;
        continue;
      }
      const between = match(operator, line, at);
      if (between !== undefined) {
        parts.push(between);
        isCommand = true;
        at += between.length;
        continue;
      }
      const text = match(word, line, at);
      if (text === undefined) {
        at++;
        if (/\S/.test(character) && character !== '(' && character !== ')') hide();
        continue;
      }
      at += text.length;
      if (isCommand && line[at] === '=') {
        // a variable that is set
        const rest = /^=[^\s<%"'`$]*/.exec(line.slice(at))![0];
        at += rest.length;
        hide();
        continue;
      }
      if (keywords.has(text)) {
        parts.push(text);
        isCommand = !names.has(text);
      } else if (isCommand && /[a-z]/.test(text)) {
        parts.push(text.slice(text.lastIndexOf('/') + 1));
        isCommand = false;
      } else if (verbs.has(text)) parts.push(text);
      else hide();
    }
    // behind a blank a semicolon would start a comment
    return parts.join(' ').replaceAll(' ;', ';');
  });
}
