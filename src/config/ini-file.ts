import { parse } from 'ini';
import { excerpt } from '../text/excerpt';
import { faultOf, type Reading } from './schema-fault';

/** `key = value` with its line, from 1. */
export interface IniEntry {
  readonly value: string;
  readonly line: number;
}

export interface IniSection {
  /** Of its first header, from 1; 0 for what stands before any. */
  readonly line: number;
  readonly entries: ReadonlyMap<string, IniEntry>;
}

/** Sections by name, in the order of the file; what stands before any header is the section ''. */
export type IniFile = ReadonlyMap<string, IniSection>;

/**
 * Reads a file in the dialect of the package ini: `;` and `#` start a comment anywhere, quotes are optional. Each line is given to it
 * alone, as it keeps no lines, passes over what it can't read, and lets the last of two equal keys win. The first line at fault is told.
 */
export function readIni(text: string): Reading<IniFile> {
  const file = new Map<string, { line: number; entries: Map<string, IniEntry> }>();
  let section = { line: 0, entries: new Map<string, IniEntry>() };
  file.set('', section);
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const trimmed = written.trim();
    if (trimmed === '' || /^[;#]/.test(trimmed)) continue;
    const [name, value] = readLine(trimmed);
    if (name === undefined)
      return faultOf(`${excerpt(trimmed)} is neither [section] nor key = value`, undefined, line);
    if (value === undefined) {
      section = file.get(name) ?? { line, entries: new Map() };
      file.set(name, section);
      continue;
    }
    if (name.startsWith('[')) {
      return faultOf(
        `${excerpt(trimmed)} is no section header`,
        'write it as [NAME], with nothing behind it on the line',
        line,
      );
    }
    const known = section.entries.get(name);
    if (known !== undefined) {
      return faultOf(`${excerpt(name)} is set twice`, `line ${known.line} sets it already`, line);
    }
    section.entries.set(name, { value, line });
  }
  return { kind: 'value', value: file };
}

/** The name of a section, or a key and its value; nothing where ini takes the line for neither, or will not have it (`__proto__`). */
function readLine(line: string): readonly [name?: string, value?: string] {
  // ini would make a section within a section of a dot
  const parsed = Object.entries(parse(line.startsWith('[') ? line.replaceAll('.', '\\.') : line))[0];
  if (parsed === undefined || parsed[0] === '') return [];
  const [name, value]: readonly [string, unknown] = parsed;
  if (Array.isArray(value)) return [`${name}[]`, String(value[0])];
  if (typeof value === 'object' && value !== null) return [name];
  // a key alone is true to ini
  return [name, line.includes('=') ? String(value) : ''];
}
