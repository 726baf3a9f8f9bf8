import { cpSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { overlaySnapshot } from '../../src/files/overlay';
import type { Diagnostic } from '../../src/lint/finding';
import { lint } from '../../src/lint/lint';
import { changedValues } from '../../src/resolve/effective-values';
import { inferRelease } from '../../src/resolve/infer-release';
import { lineIndex } from '../../src/text/line-index';
import { lineEndOf } from '../../src/text/whole-lines';
import { temporaryDirectory } from '../temporary-directory';
import { readJudged } from './real-findings';
import { corpusTrees, debianStock, printFigure } from './shared';

const place = temporaryDirectory();
const judged = new Set(
  readJudged(readFileSync(join(__dirname, 'real-findings.tsv'), 'utf8')).map(
    each => each.place.split('/')[0],
  ),
);

/** A file with a comment for each of its findings. */
function withComments(text: string, findings: readonly Diagnostic[]): string {
  const lines = lineIndex(text);
  const end = lineEndOf(text);
  const above = new Map<number, Set<string>>();
  const whole = new Set<string>();
  for (const { rule, range } of findings) {
    const { start } = lines.line(range.start.line)!;
    const isFile =
      range.start.line === 1 && range.start.column === 1 && range.end.line === 1 && range.end.column === 1;
    if (isFile) whole.add(rule);
    else above.set(start, (above.get(start) ?? new Set()).add(rule));
  }
  let commented = text;
  for (const [at, names] of [...above].sort(([a], [b]) => b - a)) {
    const comments = [...names].map(name => `# f2blint-disable-next-line ${name} -- known${end}`).join('');
    commented = commented.slice(0, at) + comments + commented.slice(at);
  }
  return [...whole].map(name => `; f2blint-disable-file ${name} -- known${end}`).join('') + commented;
}

test('in every real tree a comment above each finding hides it, hides no more and changes nothing', () => {
  const left: string[] = [];
  let hidden = 0;
  for (const real of corpusTrees('real').filter(each => judged.has(basename(each)))) {
    const laid = join(place, basename(real));
    for (const layer of [debianStock, real]) cpSync(layer, laid, { recursive: true });
    const snapshot = diskSnapshot(laid);
    const config = { release: inferRelease(snapshot).release, rules, severities: new Map() };
    const before = lint(snapshot, config);
    const files = new Map(before.diagnostics.map(({ range }) => [range.file.path, range.file]));
    const texts = new Map(
      [...files].flatMap(([path, file]) =>
        file.entry.kind === 'text'
          ? ([
              [
                path,
                withComments(
                  file.text,
                  before.diagnostics.filter(({ range }) => range.file === file),
                ),
              ],
            ] as const)
          : [],
      ),
    );
    const after = lint(overlaySnapshot(snapshot, texts), config);
    hidden += after.suppressed.length;
    for (const { rule, range, message } of after.diagnostics)
      if (range.file.entry.kind === 'text')
        left.push(`${basename(real)}/${range.file.name}:${range.start.line} ${rule} ${message}`);
    if (after.suppressed.length + after.diagnostics.length !== before.diagnostics.length)
      left.push(`${basename(real)}: ${before.diagnostics.length} before, ${after.suppressed.length} hidden`);
    expect(changedValues(before.setup, after.setup, new Set(texts.keys()))).toEqual([]);
    rmSync(laid, { recursive: true, force: true });
  }
  printFigure(`real: ${hidden} findings hidden by comments, ${left.length} not`);
  expect(left).toEqual([]);
});
