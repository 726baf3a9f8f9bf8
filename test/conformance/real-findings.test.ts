import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { type JudgedFinding, readJudged, realFindings } from './real-findings';
import { printFigure, shared } from './shared';

const judged = readJudged(readFileSync(join(__dirname, 'real-findings.tsv'), 'utf8'));
const found = realFindings(join(shared, 'corpus'), temporaryDirectory());

const lineOf = ({ rule, severity, place, message }: JudgedFinding) =>
  `${severity} ${rule} ${place} ${message}`;

test('what is said about the real trees is what was judged (npm run judge)', () => {
  const before = new Set(judged.map(lineOf));
  const now = new Set(found.map(lineOf));
  const difference = [
    ...[...before].filter(line => !now.has(line)).map(line => `- ${line}`),
    ...[...now].filter(line => !before.has(line)).map(line => `+ ${line}`),
  ];
  for (const line of difference) printFigure(line);
  expect(difference.length).toBe(0);
});

test('every finding was judged, and at most 2 % are false', () => {
  const wrong = judged.filter(each => each.judgement === 'false');
  const percent = (100 * wrong.length) / judged.length;
  printFigure(`real: ${judged.length} findings, ${wrong.length} judged false (${percent.toFixed(1)} %)`);
  expect(judged.filter(each => each.judgement !== 'true' && each.judgement !== 'false')).toEqual([]);
  expect(judged.length).toBeGreaterThan(0);
  expect(percent).toBeLessThanOrEqual(2);
});
