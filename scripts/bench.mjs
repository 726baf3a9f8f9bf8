// Measures how fast f2blint is and writes docs/performance.md. Ends with 1 if a bar is missed. Needs fail2ban, hyperfine
// and ../shared; `npm run build` first, and nothing else to do for the machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyEveryJail, enableEveryJail } from './bench-trees.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stock = resolve(root, '../shared/corpus/stock/debian-1.0.2');
const runs = Number(process.env.BENCH_RUNS ?? 50);
/** All commands in turn, so that a machine that is slower for a while is so for each of them. */
const rounds = 10;

for (const [command, remedy] of [
  ['hyperfine', 'apt-get install hyperfine'],
  ['fail2ban-client', 'apt-get install fail2ban python3-systemd'],
]) {
  if (spawnSync(command, ['--version']).status !== 0) stop(`${command} is missing: ${remedy}`);
}
for (const path of [stock, join(root, 'dist/cli.js')]) if (!existsSync(path)) stop(`${path} is missing`);

const work = mkdtempSync(join(tmpdir(), 'f2blint-bench-'));
process.on('exit', () => rmSync(work, { recursive: true }));
const commands = prepare();
report(measure(commands), plain());

/** The same commands without the certificates that Node.js reads at each start where the environment names some; undefined elsewhere. */
function plain() {
  const { NODE_EXTRA_CA_CERTS: certificates, ...environment } = process.env;
  if (certificates === undefined) return undefined;
  return measure(new Map(['node', 'every', 'fail2ban'].map(name => [name, commands.get(name)])), environment);
}

/** The command lines by name. */
function prepare() {
  const every = join(work, 'every');
  const tenfold = join(work, 'tenfold');
  const jails = enableEveryJail(stock, every);
  copyEveryJail(stock, tenfold);
  for (const tree of [every, tenfold]) {
    const { status, stderr } = spawnSync('fail2ban-client', ['-c', tree, '-t'], { encoding: 'utf8' });
    if (status !== 0) stop(`fail2ban-client -t refuses the tree with every jail enabled\n${stderr}`);
  }
  console.log(
    `${jails} jails in the tree with every jail enabled, ${10 * jails} in the one ten times as large`,
  );
  const cli = `node ${join(root, 'bin/f2blint.js')}`;
  const lint = tree => `${cli} lint ${tree} --base none --no-config`;
  return new Map([
    ['node', 'node -e 0'],
    ['version', `${cli} --version`],
    ['stock', lint(stock)],
    ['show', `${cli} show ${stock} sshd`],
    ['every', lint(every)],
    ['fail2ban', `fail2ban-client -c ${every} -t`],
    ['tenfold', lint(tenfold)],
  ]);
}

/** Medians in seconds over all rounds of hyperfine. Findings (exit code 1) are no failure. */
function measure(commands, environment = process.env) {
  const times = new Map([...commands.keys()].map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { command, times: seconds, exit_codes } of runAll(commands, environment)) {
      if (exit_codes.some(code => code !== 0 && code !== 1)) stop(`${command} failed`);
      times.get(command).push(...seconds);
    }
  }
  return Object.fromEntries([...times].map(([name, seconds]) => [name, median(seconds)]));
}

function runAll(commands, environment) {
  const file = join(work, 'hyperfine.json');
  const options = ['-N', '--style', 'none', '--ignore-failure', '--export-json', file];
  const counts = ['--warmup', '1', '--runs', String(Math.ceil(runs / rounds))];
  const named = [...commands].flatMap(([name, command]) => ['--command-name', name, command]);
  const { status, stderr } = spawnSync('hyperfine', [...options, ...counts, ...named], {
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) stop(`hyperfine failed\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')).results;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function report(medians, plain) {
  const { node, version, stock, show, every, fail2ban, tenfold } = medians;
  const rows = [
    ['`f2blint --version`', version, '`node -e 0`', version / node, 1.15],
    ['`f2blint show sshd` on the stock tree of Debian', show, '`node -e 0`', show / node, undefined],
    ['lint of that tree', stock, '`node -e 0`', stock / node, 2],
    ['lint of it with all jails enabled', every, '`fail2ban-client -t` on it', every / fail2ban, 0.9],
    [
      'lint of ten times these jails, beyond `node -e 0`',
      tenfold - node,
      'lint of these jails, beyond `node -e 0`',
      (tenfold - node) / (every - node),
      11,
    ],
  ];
  const lines = rows.map(
    ([what, seconds, against, ratio, bar]) =>
      `| ${what} | ${milliseconds(seconds)} | ${against} | ${ratio.toFixed(2)} | ${bar?.toFixed(2) ?? ''} |`,
  );
  const page = `# How fast it is

Written by \`npm run bench\`: medians of ${rounds * Math.ceil(runs / rounds)} runs by hyperfine, all commands in turn in ${rounds} rounds.

| what | time | compared with | ratio | at most |
| --- | ---: | --- | ---: | ---: |
${lines.join('\n')}

\`node -e 0\` takes ${milliseconds(node)}, \`fail2ban-client -t\` with all jails enabled ${milliseconds(fail2ban)}.
${plain === undefined ? '' : describePlain(plain)}The machine: ${cpus()[0]?.model.trim()}, ${cpus().length} processors, Node.js ${process.version}.
`;
  writeFileSync(join(root, 'docs/performance.md'), page);
  console.log(page);
  const missed = rows.filter(([, , , ratio, bar]) => bar !== undefined && !(ratio <= bar));
  for (const [what, , , ratio, bar] of missed)
    console.error(`missed: ${what}: ${ratio.toFixed(3)}, at most ${bar}`);
  if (missed.length > 0) process.exitCode = 1;
}

function describePlain({ node, every, fail2ban }) {
  return `NODE_EXTRA_CA_CERTS is set here, and Node.js reads those certificates at each start. Without it \`node -e 0\` takes ${milliseconds(node)},
the lint with all jails enabled ${milliseconds(every)} and \`fail2ban-client -t\` ${milliseconds(fail2ban)}: a ratio of ${(every / fail2ban).toFixed(2)}.
`;
}

function milliseconds(seconds) {
  return `${(1000 * seconds).toFixed(0)} ms`;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
