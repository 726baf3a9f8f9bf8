import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { diff } from '../../src/diff/diff';
import { diskSnapshot } from '../../src/files/disk';
import { rebasedSnapshot } from '../../src/files/rebased';
import { defaultRelease } from '../../src/knowledge/release';
import { lint } from '../../src/lint/lint';
import { temporaryDirectory } from '../temporary-directory';
import { askDifferences, describeChanges } from './fixing';
import { layTrees } from './lay-tree';
import { type Random, randomFrom } from './random';
import { corpusTrees, debianStock, printFigure } from './shared';

const directory = temporaryDirectory();
const count = 50;

const edits: readonly ((tree: string, random: Random) => void)[] = [
  (tree, random) =>
    append(tree, 'jail.d/zz.local', `[DEFAULT]\nbantime = ${random.pick(['1h', '2w', '-1'])}\n`),
  (tree, random) =>
    append(tree, 'jail.d/zz.local', `[sshd]\nport = ${1000 + random.below(999)}\nmaxretry = 4\n`),
  tree =>
    append(tree, 'jail.d/yy.conf', '[another]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\n'),
  tree => append(tree, 'filter.d/sshd.local', '[Definition]\nmaxlines = 2\n'),
  tree => append(tree, 'action.d/iptables.local', '[Init]\nblocktype = DROP\n'),
  tree => append(tree, 'fail2ban.local', '[Definition]\nloglevel = DEBUG\n'),
  tree => append(tree, 'paths-overrides.local', '[DEFAULT]\nsyslog_authpriv = /var/log/other.log\n'),
  // lines that go, and lines that only move
  (tree, random) => dropLine(tree, random),
  tree => {
    const [from, to] = [join(tree, 'jail.local'), join(tree, 'jail.d/zz-moved.local')];
    if (!existsSync(from)) return;
    append(tree, 'jail.d/zz-moved.local', readFileSync(from, 'utf8'));
    if (existsSync(to)) rmSync(from);
  },
];

/** Each file is written anew: the trees are linked to those they come from. */
function append(tree: string, name: string, text: string): void {
  const path = join(tree, name);
  mkdirSync(join(path, '..'), { recursive: true });
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(path, { force: true });
  writeFileSync(path, before);
  appendFileSync(path, before === '' || before.endsWith('\n') ? text : `\n${text}`);
}

function dropLine(tree: string, random: Random): void {
  const names = ['jail.local', ...readdirSync(join(tree, 'jail.d')).map(name => `jail.d/${name}`)];
  const path = join(tree, random.pick(names));
  if (!existsSync(path)) return;
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line, index) => index >= random.below(lines.length) && /^\w+ *=/.test(line));
  if (at < 0) return;
  rmSync(path);
  writeFileSync(path, lines.filter((_, index) => index !== at).join('\n'));
}

test(`${count} pairs of trees`, () => {
  const random = randomFrom(71);
  const stock = join(directory, 'stock');
  cpSync(debianStock, stock, { recursive: true });
  const trees = corpusTrees('real').map(tree =>
    layTrees(join(directory, 'real', basename(tree)), [stock, tree]),
  );
  const pairs = Array.from({ length: count }, (_, index) => {
    const before = random.pick(trees);
    const after = layTrees(join(directory, `after-${index}`), [before]);
    const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(edits)));
    for (const edit of chosen) edit(after, random);
    return { before, after };
  });
  const answers = askDifferences(pairs);
  const readable = pairs.filter(
    (_, index) => answers[index] !== undefined && !answers[index]![0]?.startsWith('unreadable'),
  );
  const wrong = pairs.flatMap((pair, index) => {
    const found = answers[index];
    if (!readable.includes(pair)) return [];
    const told = differenceOf(pair);
    const missed = found!.filter(each => !told.isOfJail(each) && !told.values.includes(each));
    const invented = told.values.filter(each => !found!.includes(each));
    return missed.length + invented.length === 0
      ? []
      : [{ pair, missed: missed.slice(0, 3), invented: invented.slice(0, 3) }];
  });
  printFigure(
    `diff: ${pairs.length} pairs, ${readable.length} that fail2ban can read, ${readable.length - wrong.length}/${readable.length} differ as told`,
  );
  expect(wrong).toEqual([]);
  expect(readable.length).toBeGreaterThan(count * 0.8);
});

/** What `diff` tells, one entry for each section; jails that come or go are told whole. */
function differenceOf({ before, after }: { readonly before: string; readonly after: string }) {
  const [old, now] = [before, after].map(tree =>
    lint(rebasedSnapshot(diskSnapshot(tree), '/etc/fail2ban'), {
      release: defaultRelease,
      rules: [],
      severities: new Map(),
    }),
  ) as [ReturnType<typeof lint>, ReturnType<typeof lint>];
  const { values, added, removed } = diff(old, now);
  const whole = [...added, ...removed].map(jail => `jail [${jail}] `);
  return {
    values: describeChanges(
      values.flatMap(value => [value.section, ...value.alsoIn].map(section => ({ ...value, section }))),
    ),
    isOfJail: (text: string) => whole.some(start => text.startsWith(start)),
  };
}
