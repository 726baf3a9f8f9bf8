import { execFileSync, spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { type OriginCase, originCases } from './origin-cases';
import { randomFrom } from './random';
import { corpusTrees, debianStock, printFigure, shared } from './shared';

const wanted = 500;
const directory = temporaryDirectory();

test('another text at the origin of a value appears at its place in the value', () => {
  const cases = drawCases();
  expect(cases).toHaveLength(wanted);
  const answers = askWithChanges(cases);
  const wrong = cases.flatMap((each, index) =>
    answers[index] === each.expected ? [] : [{ ...each, answer: answers[index] }],
  );
  const interpolated = cases.filter(each => each.interpolated).length;
  printFigure(`origin: ${wanted - wrong.length}/${wanted} values (${interpolated} of them interpolated)`);
  expect(wrong).toEqual([]);
  expect(interpolated).toBeGreaterThan(wanted / 4);
});

/** Takes one value of each real tree in turn until there are enough. */
function drawCases(): readonly OriginCase[] {
  const random = randomFrom(20240612);
  const perTree = corpusTrees('real').map(tree => {
    const root = join(directory, basename(tree));
    for (const from of [debianStock, tree]) execFileSync('cp', ['-rT', '--no-preserve=mode', from, root]);
    return originCases(root, tree, 40, random);
  });
  const turns = Array.from({ length: 40 }, (_, turn) => perTree.flatMap(cases => cases[turn] ?? []));
  return turns.flat().slice(0, wanted);
}

function askWithChanges(cases: readonly OriginCase[]): readonly unknown[] {
  const script = join(__dirname, 'changed-values.py');
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/python3', [script, join(shared, 'oracle')], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`fail2ban's Python did not answer: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}
