import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { findRelease } from '../../src/knowledge/release';
import { preflight } from '../../src/preflight/preflight';
import { type PlacedReason, placeReasons } from '../../src/report/preflight-reasons';
import { createPlaces } from '../../src/resolve/places';
import { definitionNames, resolve } from '../../src/resolve/setup';
import { temporaryDirectory } from '../temporary-directory';
import { askDaemon } from './ask-daemon';
import { type Mending, mends } from './mends';
import { corpusTrees, damagedTrees, debianStock, printFigure } from './shared';

const directory = temporaryDirectory();
/** Behind one fault others come to light. */
const mostRounds = 12;

/** Of the trees with which the real daemon goes down, it comes up with each once the lines of our reasons are mended. */
function expectMended(what: string, trees: readonly string[]): void {
  const down = askDaemon(trees).filter(({ verdict }) => verdict === 'down');
  const problems = new Map<string, string>();
  let open = down.map(({ path }) => path);
  for (let round = 0; round < mostRounds && open.length > 0; round++) {
    const mended = open.filter(tree => {
      const problem = mendTree(tree);
      if (problem !== undefined) problems.set(tree, problem);
      return problem === undefined;
    });
    const answers = askDaemon(mended).filter(({ verdict }) => verdict !== 'up');
    for (const { path, verdict, error } of answers) problems.set(path, `${verdict} ${error}`);
    open = answers.map(({ path }) => path);
    for (const tree of mended) if (!open.includes(tree)) problems.delete(tree);
  }
  printFigure(`mended ${what}: ${down.length - problems.size}/${down.length} down cases come up`);
  expect([...problems]).toEqual([]);
  expect(down.length).toBeGreaterThan(0);
}

/** Mends the line of each reason; what stands in its way, if something does. */
function mendTree(tree: string): string | undefined {
  const setup = resolve(diskSnapshot(tree), findRelease('1.0')!);
  const names = { filter: definitionNames(setup, 'filter'), action: definitionNames(setup, 'action') };
  const { reasons } = preflight(setup);
  const fatal = reasons.filter(reason => reason.effect !== 'skipped');
  const placed = placeReasons(setup, createPlaces(setup.sources), fatal);
  if (placed.length === 0) return 'no reason is given';
  const files = new Set(placed.map(({ range }) => range.file.name));
  try {
    for (const name of files) {
      const ofFile = placed.filter(({ range }) => range.file.name === name);
      mendFile(join(tree, name), ofFile, names);
    }
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** From the end on, so that the other places stay right; one reason a line, the rest comes in the next round. */
function mendFile(file: string, reasons: readonly PlacedReason[], names: Mending['names']): void {
  const isEncoding = reasons.some(({ reason }) => reason.rule === 'syntax/encoding');
  const lines = existsSync(file) ? readFileSync(file, isEncoding ? 'latin1' : 'utf8').split(/\r\n?|\n/) : [];
  const isMove = ({ reason }: PlacedReason) => reason.rule === 'syntax/duplicate-section';
  // what is moved would be somewhere else for the others
  const now = reasons.every(isMove) ? reasons.slice(-1) : reasons.filter(each => !isMove(each));
  let above = Number.POSITIVE_INFINITY;
  for (const { reason, range } of [...now].sort((a, b) => b.range.start.line - a.range.start.line)) {
    const { start, end } = range;
    if (end.line >= above) continue;
    above = start.line;
    const place = {
      line: start.line - 1,
      column: start.column - 1,
      endLine: end.line - 1,
      endColumn: end.column - 1,
    };
    if (!isEncoding) mends[reason.code]({ lines, place, reason, names });
  }
  // the file may be a link to one of the corpus
  rmSync(file, { force: true });
  writeFileSync(file, lines.join('\n'));
}

/** A copy of each tree that may be changed, over another if one is given. */
function copies(part: string, trees: readonly string[], base?: string): readonly string[] {
  return trees.map((tree, number) => {
    const copy = join(directory, part, String(number), basename(dirname(tree)));
    for (const source of base === undefined ? [tree] : [base, tree]) {
      cpSync(source, copy, { recursive: true, force: true });
    }
    return copy;
  });
}

test('daemon cases', () => expectMended('daemon', copies('daemon', corpusTrees('daemon'), debianStock)));

test('micro cases', () => expectMended('micro', copies('micro', corpusTrees('micro'))));

test('100 damaged trees', () => expectMended('damaged', damagedTrees(join(directory, 'damaged'), 22, 100)));
