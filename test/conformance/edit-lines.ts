/** A place in a file, lines and columns counted from 0, the end excluded. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A file while it is mended by hand, so to speak. */
export type Lines = string[];

const keyed = /^(\s*[^\s=:[#;][^=:]*?\s*[=:])(.*)$/;

/** The lines of the option a line belongs to: the one with the name, and those behind it that are indented more. */
export function optionLines(lines: Lines, line: number): { readonly from: number; readonly to: number } {
  const indentOf = (text: string) => text.length - text.trimStart().length;
  let from = line;
  let isOption = false;
  let to = line + 1;
  for (const [at, text] of lines.entries()) {
    if (/^\s*(?:[#;]|$)/.test(text)) continue;
    const continues = isOption && indentOf(text) > indentOf(lines[from]!);
    if (!continues && at > line) break;
    if (!continues) {
      from = at;
      isOption = !text.startsWith('[');
    }
    to = at + 1;
  }
  return { from, to: Math.max(to, line + 1) };
}

export function removeOption(lines: Lines, line: number): void {
  const { from, to } = optionLines(lines, line);
  lines.splice(from, to - from);
}

/** Gives the option at a line another value; an empty one if need be. */
export function setValue(lines: Lines, line: number, value: string): void {
  const { from, to } = optionLines(lines, line);
  const [, name = ''] = keyed.exec(lines[from]!) ?? [];
  lines.splice(from, to - from, `${name} ${value}`);
}

/** Replaces the text at a place. */
export function putAt(lines: Lines, place: LinePlace, text: string): void {
  const before = lines[place.line]!.slice(0, place.column);
  const after = lines[place.endLine]!.slice(place.endColumn);
  lines.splice(place.line, place.endLine - place.line + 1, before + text + after);
}

export function textAt(lines: Lines, { line, column, endLine, endColumn }: LinePlace): string {
  return lines[line]!.slice(column, line === endLine ? endColumn : undefined);
}

/** Takes out what is blank between a place and the `[` behind it. */
export function closeUp(lines: Lines, { line, column }: LinePlace): void {
  const rest = lines.splice(line).join('\n');
  lines.push(...(rest.slice(0, column) + rest.slice(column).replace(/\s+\[/, '[')).split('\n'));
}

/** What a line holds of a value: behind the name of the option, or all of a continuation. */
export function changeLineValue(lines: Lines, line: number, change: (value: string) => string): void {
  const [, name = '', value = ''] =
    optionLines(lines, line).from < line
      ? (/^(\s*)(.*)$/.exec(lines[line]!) ?? [])
      : (keyed.exec(lines[line]!) ?? []);
  const blank = /^\s*/.exec(value)?.[0] ?? '';
  lines[line] = `${name}${blank}${change(value.slice(blank.length))}`;
}

/** Puts the lines of a section that is there twice below those of the first. */
export function mergeSection(lines: Lines, line: number): void {
  const header = lines[line]!.trimEnd();
  const next = lines.findIndex((text, at) => at > line && text.startsWith('['));
  const [, ...moved] = lines.splice(line, (next < 0 ? lines.length : next) - line);
  const first = lines.findIndex(text => text.trimEnd() === header);
  const end = lines.findIndex((text, at) => at > first && text.startsWith('['));
  lines.splice(end < 0 ? lines.length : end, 0, ...moved);
}
