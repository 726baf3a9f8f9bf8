import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { layeredSnapshot } from '../../src/files/layered';
import { rebasedSnapshot } from '../../src/files/rebased';
import { memorySnapshot, type Snapshot } from '../../src/files/snapshot';
import type { Facts } from '../../src/host/facts';
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
function findingsOf(tree: Snapshot, base: Snapshot, facts: Facts = {}): readonly string[] {
  const snapshot = layeredSnapshot(tree, base, { name: 'base' });
  const { release } = inferRelease(snapshot);
  const { diagnostics, verdict } = lint(snapshot, { release, rules, severities: new Map(), facts });
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

/** What hangs on commands and regexes of the package: which tools it needs, how its ports and names are used, which lines it takes. */
const facts: Facts = {
  commands: [],
  'openssh-version': '9.8p1',
  os: 'debian13',
  firewall: 'nftables',
  docker: true,
  proxy: 'cloudflare',
  'log-files': [],
};

test.each(['debian-1.0.2'])('so does what is built upon the files of %s', release => {
  const stock = rebasedSnapshot(diskSnapshot(join(shared, 'corpus/stock', release)), root);
  const bundle = bundledBase(release, root)!;
  const trees = builtUpon(stock);
  let findings = 0;
  for (const [what, files] of trees) {
    const tree = memorySnapshot(files, root);
    const expected = findingsOf(tree, stock, facts);
    const found = findingsOf(tree, bundle, facts);
    expect({ what, found }).toEqual({ what, found: expected });
    findings += found.length - 1;
  }
  printFigure(`base: ${release}, ${trees.size} trees built upon its files, ${findings} findings the same`);
});

/** Trees that use, extend and take over every filter and action there is. */
function builtUpon(stock: Snapshot): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const names = (kind: string) =>
    stock.names(`${root}/${kind}.d`).flatMap(name => (/\.conf$/.test(name) ? [name.slice(0, -5)] : []));
  const [filters, actions] = [names('filter'), names('action')];
  const jail = (name: string, ...lines: readonly string[]) =>
    `[${name}]\nenabled = true\nlogpath = /var/log/nginx/error.log\n${lines.join('\n')}\n`;
  const trees = new Map<string, ReadonlyMap<string, string>>();
  for (const mode of ['normal', 'aggressive', 'auth', 'no-such']) {
    const jails = filters.map((name, index) => jail(`j${index}`, `filter = ${name}[mode=${mode}]`));
    trees.set(`filters in mode ${mode}`, new Map([['jail.local', jails.join('')]]));
  }
  const calls = actions.map((name, index) =>
    jail(`jail-with-a-rather-long-name-${index}`, 'filter = sshd', 'port = http,imap3', `action = ${name}`),
  );
  trees.set('actions', new Map([['jail.local', calls.join('')]]));
  for (const [kind, all] of [
    ['filter', filters],
    ['action', actions],
  ] as const) {
    const more =
      kind === 'filter'
        ? '[Definition]\nfailregex = %(known/failregex)s\n    ^%(__prefix_line)s(<HOST>$\n'
        : '[Definition]\nactionban = %(known/actionban)s\n    mail <matches>\n[Init]\nname = x\n';
    trees.set(`${kind}s with more`, new Map(all.map(name => [`${kind}.d/${name}.local`, more])));
    const takenOver = new Map(
      all.map((name, index) => [
        `${kind}.d/own${index}.conf`,
        `[INCLUDES]\nbefore = ${name}.conf\n[Definition]\n${kind === 'filter' ? 'failregex = ^%(__prefix_line)s[x <HOST>$\n' : ''}`,
      ]),
    );
    const users = all.map((_, index) =>
      kind === 'filter'
        ? jail(`own${index}`)
        : jail(`u${index}`, 'filter = sshd', `action = own${index}[name=u${index}]`),
    );
    trees.set(`${kind}s taken over`, new Map([...takenOver, ['jail.local', users.join('')]]));
  }
  return trees;
}

test('no text of fail2ban is in what is bundled', () => {
  let lines = 0;
  const shipped = new Set<string>();
  for (const release of baseNames) {
    const stock = diskSnapshot(join(shared, 'corpus/stock', release));
    const base = bundledBase(release, stock.root)!;
    for (const directory of ['.', 'jail.d', 'filter.d', 'action.d']) {
      for (const name of stock.names(join(stock.root, directory))) {
        const path = join(stock.root, directory, name);
        const [written, standIn] = [stock.entry(path), base.entry(path)];
        if (written?.kind !== 'text' || standIn?.kind !== 'text') continue;
        const known = new Set(linesOf(standIn.text));
        const theirs = linesOf(written.text).filter(line => isTheirs(line, directory));
        lines += theirs.length;
        for (const line of theirs) if (known.has(line)) shipped.add(`${directory}/${name}: ${line}`);
      }
    }
  }
  expect([...shipped]).toEqual([]);
  expect(lines).toBeGreaterThan(10_000);
  printFigure(`base: none of ${lines} comments, regexes and commands of the releases is bundled`);
});

function linesOf(text: string): readonly string[] {
  return text.split('\n').map(line => line.trim());
}

/** Comments, regexes but for references, and commands of several words that name more than a file. */
function isTheirs(line: string, directory: string): boolean {
  if (/^[#;]/.test(line)) return /\w/.test(line);
  const value = line.replace(/^[\w.?/-]+\s*=\s*/, '');
  const own = value.replace(/%\([^()]*\)s|<(?:[\w/-]|<\w+>)+>/g, '');
  if (directory === 'filter.d') return /\\[dSswWb([.]|\(\?[^P]|[)\]][?*+]/.test(own) && own.length > 8;
  return (
    directory === 'action.d' && own.split(/\s+/).length > 4 && !/^(?:before|after|blocktype)\b/.test(line)
  );
}
