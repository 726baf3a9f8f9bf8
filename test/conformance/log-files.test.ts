import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { defaultRelease } from '../../src/knowledge/release';
import { preflight } from '../../src/preflight/preflight';
import { resolve } from '../../src/resolve/setup';
import { temporaryDirectory } from '../temporary-directory';
import { askDaemon } from './ask-daemon';
import { type Random, randomFrom } from './random';
import { corpusTrees, debianStock, printFigure } from './shared';

const directory = temporaryDirectory();
const count = 200;

const files = [
  'a.log',
  'b.log',
  'auth.log',
  '.hidden.log',
  'x[1].log',
  'é.log',
  'web/a.log',
  'web/deep/b.log',
  '.old/a.log',
];
const patterns = [
  ...files,
  ...[
    '*',
    '*.log',
    '?.log',
    '[ab].log',
    '[!a].log',
    '[!a]*',
    '[b-a].log',
    '[]x]*',
    'x[[]1].log',
    'x[1].log',
    'a[.log',
  ],
  ...[
    '.*',
    '.*/*',
    '**',
    '**/a.log',
    '*/*',
    '*/*.log',
    '*/',
    'web/',
    'web',
    'a.log/',
    'a.log/.',
    'web//a.log',
    './a.log',
  ],
  ...[
    'web/../a.log',
    '*/../b.log',
    'w*/./a.log',
    '{a,b}.log',
    'A.log',
    'a.log,',
    '\\a.log',
    '[\\a].log',
    'to-a',
    'to-nothing',
    'to-*',
    'to-web/*',
  ],
];
const positions = ['', '', '', '', ' tail', ' HEAD', ' end'];

/** A configuration directory beside a directory of logs. */
function makeTree(random: Random, number: number): { readonly tree: string; readonly logs: string } {
  const logs = join(directory, String(number), 'logs');
  const tree = join(directory, String(number), 'fail2ban');
  for (const file of files) if (random.chance(0.3)) write(join(logs, file), '');
  mkdirSync(logs, { recursive: true });
  for (const name of ['a.log', 'nothing', 'web']) {
    if (random.chance(0.2)) symlinkSync(join(logs, name), join(logs, `to-${name.replace('.log', '')}`));
  }
  const jails = Array.from({ length: 1 + random.below(2) }, (_, index) => {
    const lines = Array.from({ length: 1 + random.below(3) }, () => {
      return `${join(logs, '/')}${random.pick(patterns)}${random.pick(positions)}`;
    });
    const backend = random.chance(0.1) ? 'SYSTEMD' : 'auto';
    return `[jail${index}]\nenabled = true\nfilter = x\nbackend = ${backend}\nlogpath = ${lines.join('\n  ')}\n`;
  });
  write(join(tree, 'fail2ban.conf'), '[Definition]\nloglevel = INFO\nlogtarget = STDOUT\ndbfile = None\n');
  write(join(tree, 'filter.d/x.conf'), '[Definition]\nfailregex = ^<HOST>$\n');
  write(join(tree, 'jail.local'), jails.join(''));
  return { tree, logs };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The files below a directory, by links too, without links that lead nowhere. */
function filesBelow(top: string): readonly string[] {
  return readdirSync(top).flatMap(name => {
    const path = join(top, name);
    const status = statSync(path, { throwIfNoEntry: false });
    return status === undefined ? [] : status.isDirectory() ? filesBelow(path) : [path];
  });
}

test('which log files are there decides as in the real fail2ban', () => {
  const random = randomFrom(5);
  const trees = Array.from({ length: count }, (_, number) => makeTree(random, number));
  const answers = askDaemon(
    trees.map(({ tree }) => tree),
    { test: true, logs: 'real' },
  );
  const wrong = trees.flatMap(({ tree, logs }, index) => {
    const answer = answers[index]!;
    const setup = resolve(diskSnapshot(tree), defaultRelease);
    const { verdict, jails, reasons } = preflight(setup, { 'log-files': filesBelow(logs) });
    const [, blind] =
      /^ValueError: Have not found any log file for (\w+) jail$/.exec(answer.error ?? '') ?? [];
    const isTold =
      blind === undefined || reasons.some(each => each.jail === blind && each.option === 'logpath');
    const ours = { verdict, jails: Object.fromEntries(jails) };
    const isSame = JSON.stringify(ours) === JSON.stringify({ verdict: answer.verdict, jails: answer.jails });
    return isSame && isTold ? [] : [{ tree, ours, answer, files: filesBelow(logs) }];
  });
  // without any of these the figure would say nothing
  expect(new Set(answers.map(each => `${each.verdict} ${each.test}`))).toEqual(
    new Set(['up ok', 'down ok', 'down fail']),
  );
  printFigure(`log files: ${count - wrong.length}/${count} trees agree`);
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('real trees over that of Debian, on a host without any log file', () => {
  const trees = corpusTrees('real').map(tree => {
    const target = join(directory, 'real', basename(tree));
    for (const layer of [debianStock, tree]) cpSync(layer, target, { recursive: true });
    return target;
  });
  const answers = askDaemon(trees, { logs: 'none' });
  const wrong = trees.filter((tree, index) => {
    const { verdict, jails } = preflight(resolve(diskSnapshot(tree), defaultRelease), { 'log-files': [] });
    const { verdict: expected, jails: states } = answers[index]!;
    return JSON.stringify([verdict, Object.fromEntries(jails)]) !== JSON.stringify([expected, states]);
  });
  printFigure(`no log files: ${trees.length - wrong.length}/${trees.length} real trees agree`);
  expect(wrong).toEqual([]);
});
