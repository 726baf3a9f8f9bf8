/** A text that means itself in a man page, in lines of about 70 characters. */
export function escapeRoff(text: string): string {
  const lines = text.match(/\S(?:.{0,68}\S)?(?=\s|$)|\S+/g) ?? [];
  return lines.map(escapeLine).join('\n');
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\e'],
  ['-', '\\-'],
  ['~', '\\(ti'],
  ['^', '\\(ha'],
  ["'", '\\(aq'],
  ['`', '\\(ga'],
  ['…', '...'],
]);

function escapeLine(line: string): string {
  const escaped = line.replace(/[\\~^'`…-]/g, character => escapes.get(character)!);
  // a dot at the start would be a request
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped;
}

export function bold(text: string): string {
  return `\\fB${escapeRoff(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${escapeRoff(text)}\\fR`;
}

export function section(title: string): string {
  return `.SH ${title}\n`;
}

export function subsection(title: string): string {
  return `.SS "${escapeRoff(title)}"\n`;
}

export function paragraph(text: string): string {
  return `.PP\n${escapeRoff(text)}\n`;
}

/** What something is, indented below its name, which is roff already. */
export function entry(name: string, text: string): string {
  return `.TP\n${name}\n${escapeRoff(text)}\n`;
}
