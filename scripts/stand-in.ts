import { markedComment } from '../src/knowledge/line-mark';
import { atBeginning } from '../src/lint/date-patterns';
import { parse } from '../src/syntax/parse';
import type { Option, Section } from '../src/syntax/tree';
import { opaque } from '../src/text/opaque';
import { isSetting } from './is-setting';
import { commandsStandIn } from './stand-in-commands';
import { regexStandIn } from './stand-in-regex';

/**
 * A text of our own that stands for a stock file: sections, options and plain values at the same lines and columns. Of regexes and
 * commands no more is left than the names they use, how they hang together, and the words rules tell their purpose by; comments and
 * prose are gone.
 */
export function standIn(name: string, text: string): string {
  const tree = parse(text);
  const values = new Map<number, string>();
  for (const section of tree.sections) {
    for (const option of section.options) {
      const lines = opaqueLines(name, section, option);
      option.valueLines.forEach((span, index) => {
        values.set(lineStart(text, span.start), lines[index] ?? '');
      });
    }
  }
  return tree.lines
    .map(line => {
      const end = text.slice(line.start, line.end).endsWith('\n') ? '\n' : '';
      if (line.kind === 'blank') return end;
      if (line.kind === 'comment') return commentStandIn(name, text.slice(line.start, line.end)) + end;
      if (line.kind === 'rejected') return `${opaque}${end}`;
      if (line.kind === 'section') return text.slice(line.start, line.contentEnd) + end;
      const value = values.get(line.start) ?? '';
      if (line.kind === 'continuation') return text.slice(line.start, line.contentStart) + value + end;
      const head = /^[^=:]*[=:][ \t]*/.exec(text.slice(line.start, line.contentEnd))![0];
      return (head + value).trimEnd() + end;
    })
    .join('');
}

/** Those of jail.conf can be told from an admin's own, as its copies have them. */
function commentStandIn(name: string, line: string): string {
  return name === 'jail.conf' && /\w/.test(line) ? markedComment(line.trim()) : '#';
}

function opaqueLines(name: string, section: Section, option: Option): readonly string[] {
  const { key, value } = option;
  const lines = value.split('\n');
  if (isKept(name, section.name, key, value)) return lines;
  if (name.startsWith('action.d/')) return commandsStandIn(key, lines);
  return lines.map(line => (key === 'datepattern' ? dateStandIn(line) : regexStandIn(key, line)));
}

/** A pattern that looks for the date where the line does. */
function dateStandIn(line: string): string {
  if (line === '') return '';
  const isAtBeginning = atBeginning.test(line.replaceAll('%%', '%'));
  return (isAtBeginning ? '^{DATE}' : '{DATE}').padEnd(line.length, opaque);
}

/** Besides settings: what files are taken in, words, formats of dates, and what calls other actions or names logs. */
function isKept(name: string, section: string, key: string, value: string): boolean {
  if (!/^(?:filter|action)\.d\//.test(name)) return !key.endsWith('regex');
  if (section === 'INCLUDES' || /^(?:[\w-]{0,30}|.{1,3})$/.test(value)) return true;
  if (key === 'datepattern' && /^(?:%\([^()]*\)s|[^()[\]\\*+?|])*$/.test(value)) return true;
  return isSetting(name, section, key, value) && !isOwnWork(key, value);
}

/** Regexes, scripts and sentences, which are settings all the same. */
function isOwnWork(key: string, value: string): boolean {
  if (key === '_daemon') return !/^(?:[\w-]+|\\S\*)$/.test(value);
  if (key === 'journalmatch') return false;
  return /\$\(|`|\\n/.test(value) || value.split(/\s+/).length > 4;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
