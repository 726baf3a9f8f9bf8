import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { changeSettings, type Wish } from '../../src/fix/change-settings';
import { isOfPackage } from '../../src/fix/owner';
import { createWorkbench, type Workbench } from '../../src/fix/state';
import { defaultRelease } from '../../src/knowledge/release';
import { jailNames } from '../../src/resolve/family';
import { temporaryDirectory } from '../temporary-directory';
import { askDifferences, describeChanges, writeCopy } from './fixing';
import { layTrees } from './lay-tree';
import { type Random, randomFrom } from './random';
import { corpusTrees, debianStock, printFigure } from './shared';

const directory = temporaryDirectory();
const count = 60;

/** Values that fail2ban takes, and some with characters that mean something in its files. */
const values: readonly (readonly [string, readonly string[]])[] = [
  ['bantime', ['1h', '-1', '3600', '1d 12h', '2w']],
  ['findtime', ['10m', '600', '1d']],
  ['maxretry', ['1', '5', '12']],
  ['port', ['ssh', '80,443', '0:65535', '2222']],
  ['ignoreip', ['192.0.2.0/24 ::1', '127.0.0.1/8', '']],
  ['usedns', ['no', 'warn']],
  ['destemail', ['a@example.org', '100%@example.org', '%(sender)s', '# none']],
  ['logpath', ['/var/log/a.log', '/var/log/a.log\n/var/log/b.log']],
  ['bantime.increment', ['true', 'false']],
  ['enabled', ['true', 'false']],
];

interface Case {
  readonly tree: string;
  readonly copy: string;
  readonly wish: Wish;
  readonly changes: readonly string[];
}

test(`${count} random settings on the real trees`, () => {
  const random = randomFrom(41);
  const stock = join(directory, 'stock');
  cpSync(debianStock, stock, { recursive: true });
  const benches = corpusTrees('real').map(tree => {
    const laid = layTrees(join(directory, 'real', basename(tree)), [stock, tree]);
    const config = { release: defaultRelease, rules: [], severities: new Map() };
    return { laid, bench: createWorkbench(diskSnapshot(laid), config) };
  });
  const readable = benches.filter(({ bench }) => bench.start.outcome.setup.jailFamily.failures.length === 0);
  const cases: Case[] = [];
  const refused = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const { laid, bench } = random.pick(readable);
    const wish = anyWish(random, bench);
    const outcome = changeSettings(bench, [wish]);
    if (outcome.kind === 'refused') {
      const kind =
        /^\S+\/\S+(?=:)/.exec(outcome.why)?.[0] ?? outcome.why.replace(/^\S+ in \[.*?\] |".*?"/g, '');
      refused.set(kind, (refused.get(kind) ?? 0) + 1);
      continue;
    }
    const copy = join(directory, `copy-${index}`);
    writeCopy(laid, copy, outcome.state);
    cases.push({ tree: laid, copy, wish, changes: describeChanges(outcome.changes) });
  }
  const answers = askDifferences(
    cases.map(({ tree, copy }) => ({ before: tree, after: copy })),
    'jails',
  );
  const wrong = cases.flatMap(({ tree, wish, changes }, index) => {
    const found = answers[index] ?? [];
    const isSame = found.length === changes.length && found.every((each, at) => each === changes[at]);
    return isSame ? [] : [{ tree, wish, found: found.slice(0, 3), changes: changes.slice(0, 3) }];
  });
  printFigure(
    `set: ${count} settings, ${cases.length - wrong.length}/${cases.length} as the real fail2ban reads them, ${count - cases.length} refused (${[...refused].map(([why, times]) => `${times} ${why}`).join(', ')})`,
  );
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(count / 2);
});

function anyWish(random: Random, { start }: Workbench): Wish {
  const { jailFamily } = start.outcome.setup;
  const section = random.pick(['DEFAULT', ...jailNames(jailFamily)]);
  if (random.chance(1 / 6)) {
    const own = [...(jailFamily.sections.get(section) ?? jailFamily.defaults)].filter(
      ([, { file }]) => !isOfPackage(file.name),
    );
    if (own.length > 0) return { section, option: random.pick(own)[0], value: undefined };
  }
  const [option, texts] = random.pick(values);
  return { section, option, value: random.pick(texts) };
}
