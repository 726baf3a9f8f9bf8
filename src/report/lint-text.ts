import type { Diagnostic, Range } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { createPlaces, type Places } from '../resolve/places';
import { printable } from '../text/printable';
import { count } from './count';
import { displayPath } from './display-path';
import { frame } from './frame';
import type { Palette } from './palette';
import { summarize } from './summary';

/** The findings for a person: place, severity and rule, what fail2ban will do, and the lines with all places involved. */
export function lintText(outcomes: readonly Outcome[], palette: Palette): string {
  return outcomes
    .flatMap(outcome => {
      const places = createPlaces(outcome.setup.sources);
      return outcome.diagnostics.map(diagnostic => `${findingText(diagnostic, places, palette)}\n\n`);
    })
    .join('');
}

function findingText(diagnostic: Diagnostic, places: Places, palette: Palette): string {
  const { range, severity, rule, message, related } = diagnostic;
  const ranges = [range, ...related.map(each => each.range)];
  const numberWidth = Math.max(...ranges.map(each => String(each.start.line).length));
  const frameOf = (at: Range, mark: '^' | '-') =>
    frame(at, places.lines(at.file), { mark, indent: 2, numberWidth }, palette);
  const place = palette.bold(placeText(range));
  const blocks = [
    `${place} ${palette.severity[severity](severity)} ${palette.dim(rule)}`,
    `  ${printable(message)}`,
    frameOf(range, '^'),
    ...related.flatMap(({ range: at, message: note }) => [
      `  ${palette.place(placeText(at))} ${printable(note)}`,
      frameOf(at, '-'),
    ]),
  ];
  return blocks.join('\n');
}

function placeText({ file, start }: Range): string {
  return `${printable(displayPath(file.path))}:${start.line}:${start.column}`;
}

/** The last line: how many findings of which kind, in how many files. */
export function summaryText(outcomes: readonly Outcome[]): string {
  const { errors, warnings, infos, files } = summarize(outcomes);
  const enabled = outcomes.reduce(
    (sum, { setup }) => sum + setup.jails.filter(jail => jail.enabled).length,
    0,
  );
  const where = `in ${count(files, 'file')}, ${count(enabled, 'jail')} enabled`;
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')];
  const found = counts.filter(text => !text.startsWith('0 '));
  return `${found.length === 0 ? 'no findings' : found.join(', ')} ${where}\n`;
}
