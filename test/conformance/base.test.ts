import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { layeredSnapshot } from '../../src/files/layered';
import { rebasedSnapshot } from '../../src/files/rebased';
import type { Snapshot } from '../../src/files/snapshot';
import type { Range } from '../../src/lint/finding';
import { lint } from '../../src/lint/lint';
import { baseNames, bundledBase } from '../../src/resolve/bundled-base';
import { inferRelease } from '../../src/resolve/infer-release';
import { corpusTrees, debianStock, printFigure, shared } from './shared';

/** Both are read as if they lay here. */
const root = '/etc/fail2ban';
const full = rebasedSnapshot(diskSnapshot(debianStock), root);
const bundled = bundledBase('debian-1.0.2', root)!;

/** All that is said of a tree, a line each, the verdict first. */
function findingsOf(tree: Snapshot, base: Snapshot): readonly string[] {
  const snapshot = layeredSnapshot(tree, base, { name: 'base' });
  const { release } = inferRelease(snapshot);
  const { diagnostics, verdict } = lint(snapshot, { release, rules, severities: new Map() });
  return [
    `${verdict} ${release.name}`,
    ...diagnostics.map(({ rule, severity, range, message, jail, option, related }) =>
      [
        rule,
        severity,
        place(range),
        message,
        jail,
        option,
        ...related.map(each => `${place(each.range)} ${each.message}`),
      ].join(' | '),
    ),
  ];
}

function place({ file, start, end }: Range): string {
  return `${file.name}:${start.line}:${start.column}-${end.line}:${end.column}`;
}

function compare(what: string, directories: readonly string[]): void {
  let same = 0;
  let findings = 0;
  for (const directory of directories) {
    const tree = rebasedSnapshot(diskSnapshot(directory), root);
    const expected = findingsOf(tree, full);
    const found = findingsOf(tree, bundled);
    expect({ directory, found }).toEqual({ directory, found: expected });
    same++;
    findings += found.length - 1;
  }
  printFigure(`base: ${same}/${directories.length} ${what}, ${findings} findings the same`);
}

test('a tree on a bundled base gives the findings of the tree over the stock files', () => {
  compare('trees', corpusTrees('real'));
});

test('so do the cases with known answers', () => {
  const battery = join(shared, 'corpus/battery');
  const cases = readdirSync(battery, { withFileTypes: true }).filter(entry => entry.isDirectory());
  compare(
    'cases',
    cases.map(({ name }) => join(battery, name, 'tree')),
  );
});

test('no text of fail2ban is in what is bundled', () => {
  let lines = 0;
  for (const release of baseNames) {
    const stock = diskSnapshot(join(shared, 'corpus/stock', release));
    const base = bundledBase(release, stock.root)!;
    for (const directory of ['', 'jail.d', 'filter.d', 'action.d']) {
      for (const name of stock.names(join(stock.root, directory))) {
        const path = join(stock.root, directory, name);
        const [written, shipped] = [stock.entry(path), base.entry(path)];
        if (written?.kind !== 'text' || shipped?.kind !== 'text') continue;
        const known = new Set(shipped.text.split('\n').map(line => line.trim()));
        for (const line of written.text.split('\n').map(each => each.trim())) {
          if (!isTheirs(line, directory)) continue;
          lines++;
          expect({ path, line, isShipped: known.has(line) }).toMatchObject({ isShipped: false });
        }
      }
    }
  }
  printFigure(`base: none of ${lines} comments, regexes and commands of the releases is bundled`);
});

/** Comments, regexes but for references, and commands of some length. */
function isTheirs(line: string, directory: string): boolean {
  if (line.startsWith('#')) return line.length > 1 && !/^#+$/.test(line);
  const own = line.replace(/^[\w.?/-]+\s*=\s*/, '').replace(/%\([^()]*\)s|<[\w/-]+>/g, '');
  if (directory === 'filter.d') return /\\[dsSwb([]|\(\?[^P]/.test(own) && own.length > 12;
  return directory === 'action.d' && /\S+ \S+ \S+ \S+/.test(own) && /^action\w+\s*=/.test(line);
}
