import type { Diagnostic, Range } from '../lint/finding';
import type { Fix } from '../lint/fix';
import type { Outcome } from '../lint/lint';
import type { Suppression } from '../lint/suppression/suppress';
import { createPlaces, type Places } from '../resolve/places';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { baseLines } from './base-line';
import { count } from './count';
import { displayPath } from './display-path';
import { frame } from './frame';
import { type Palette, plainPalette } from './palette';
import { reported } from './reported';
import { ruleUrl } from './rule-url';
import { summarize } from './summary';

/**
 * The findings for a person: place, severity and rule, what fail2ban will do, and the lines with all places involved. Of the
 * repeats no more than place and message, on one line.
 */
export function lintText(
  outcomes: readonly Outcome[],
  palette: Palette,
  repeats: ReadonlySet<Diagnostic> = new Set(),
  showSuppressed = false,
): string {
  let text = '';
  let wasRepeat = false;
  for (const outcome of outcomes) {
    const places = createPlaces(outcome.setup.sources);
    for (const { diagnostic, by } of reported(outcome, showSuppressed)) {
      const isRepeat = repeats.has(diagnostic);
      if (wasRepeat && !isRepeat) text += '\n';
      text += isRepeat
        ? `${headText(diagnostic, palette)} ${printable(diagnostic.message)}\n`
        : `${by === undefined ? findingText(diagnostic, places, palette) : suppressedText(diagnostic, by, places, palette)}\n\n`;
      wasRepeat = isRepeat;
    }
  }
  return wasRepeat ? `${text}\n` : text;
}

function findingText(diagnostic: Diagnostic, places: Places, palette: Palette): string {
  const { range, message, related, fix } = diagnostic;
  const ranges = [range, ...related.map(each => each.range)];
  const numberWidth = Math.max(...ranges.map(each => String(each.start.line).length));
  const frameOf = (at: Range, mark: '^' | '-') =>
    frame(at, places.lines(at.file), { mark, indent: 2, numberWidth }, palette);
  const blocks = [
    headText(diagnostic, palette),
    `  ${printable(message)}`,
    frameOf(range, '^'),
    ...related.flatMap(({ range: at, message: note }) => [
      `  ${palette.place(placeText(at))} ${printable(note)}`,
      frameOf(at, '-'),
    ]),
    ...(fix === undefined ? [] : [fixLine(fix, palette)]),
  ];
  return blocks.join('\n');
}

/** Without colours, so that all of it is dim. */
function suppressedText(
  diagnostic: Diagnostic,
  { kind, reason, until }: Suppression,
  places: Places,
  { dim }: Palette,
): string {
  const why = kind === 'baseline' ? 'by the baseline' : `by a comment: ${reason}`;
  const last = until === undefined ? '' : ` (until ${until})`;
  const text = findingText({ ...diagnostic, fix: undefined }, places, plainPalette);
  return `${text}\n  suppressed ${printable(why + last)}`.split('\n').map(dim).join('\n');
}

function fixLine({ title, decision, command }: Fix, palette: Palette): string {
  const what = command === undefined ? title : `${title}: ${command}`;
  const note = decision === undefined ? '' : ` (for you to decide: ${decision})`;
  return `  ${palette.place('fix:')} ${printable(what + note)}`;
}

function headText({ range, severity, rule }: Diagnostic, palette: Palette): string {
  const place = palette.bold(placeText(range));
  return `${place} ${palette.severity[severity](severity)} ${palette.link(palette.dim(rule), ruleUrl(rule))}`;
}

function placeText({ file, start }: Range): string {
  return `${printable(displayPath(sourcePath(file)))}:${start.line}:${start.column}`;
}

/** The last line: how many findings of which kind, in how many files. */
export function summaryText(outcomes: readonly Outcome[]): string {
  const { errors, warnings, infos, suppressed, files } = summarize(outcomes);
  const enabled = outcomes.reduce(
    (sum, { setup }) => sum + setup.jails.filter(jail => jail.enabled).length,
    0,
  );
  const where = `in ${count(files, 'file')}, ${count(enabled, 'jail')} enabled`;
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')];
  const found = counts.filter(text => !text.startsWith('0 '));
  const hidden = suppressed === 0 ? '' : `, ${suppressed} suppressed`;
  const bases = baseLines(outcomes.map(({ setup }) => setup.snapshot));
  return `${found.length === 0 ? 'no findings' : found.join(', ')} ${where}${hidden}\n${bases}`;
}

/** How many findings stand on one line and how to see all of them, as the last line; empty where there are none. */
export function repeatsText(repeats: ReadonlySet<Diagnostic>): string {
  if (repeats.size === 0) return '';
  const are = repeats.size === 1 ? 'is' : 'are';
  return `${count(repeats.size, 'finding')} ${are} on one line each, as others like them are shown in full (--no-fold shows all in full)\n`;
}
