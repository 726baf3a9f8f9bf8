import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import type { Connection } from '../../src/sshd/connection';
import { readSshdFile, sshdFiles } from '../../src/sshd/files';
import { readSshd } from '../../src/sshd/sshd';
import { printFigure, shared } from './shared';
import { sshdCases } from './sshd-cases';

const sshd = '/usr/sbin/sshd';
let directory: string;

beforeAll(() => {
  mkdirSync('/run/sshd', { recursive: true });
  spawnSync('ssh-keygen', ['-A']);
  directory = mkdtempSync(join(tmpdir(), 'sshd-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Answer {
  /** What `sshd -T` prints; undefined where it refuses the file. */
  readonly lines: readonly string[] | undefined;
  readonly stderr: string;
}

function askSshd(path: string, specification: string | undefined, extra: readonly string[] = []): Answer {
  const match = specification === undefined ? [] : ['-C', specification];
  const args = ['-T', '-f', path, ...match, ...extra];
  const { status, stdout, stderr } = spawnSync(sshd, args, { encoding: 'utf8', cwd: '/' });
  if (status === null) throw new Error(`sshd did not end by itself: ${stderr}`);
  // a host key that isn't there is no fault of the file
  const key = '/etc/ssh/ssh_host_ed25519_key';
  if (extra.length === 0 && stderr.includes('no hostkeys available'))
    return askWithKey(path, specification, key);
  return { lines: status === 0 ? linesOf(stdout) : undefined, stderr };
}

function askWithKey(path: string, specification: string | undefined, key: string): Answer {
  const { lines, stderr } = askSshd(path, specification, ['-h', key]);
  const at = lines?.indexOf(`hostkey ${key}`) ?? -1;
  return { lines: lines?.filter((_, index) => index !== at), stderr };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '');
}

function evaluate(path: string, connection: Connection | undefined) {
  const snapshot = diskSnapshot('/etc/ssh');
  const main = readSshdFile(snapshot, path)!;
  return readSshd(main, sshdFiles(snapshot)).evaluate(connection);
}

interface Score {
  refused: number;
  options: number;
  agreeing: number;
  readonly wrong: string[];
}

function newScore(): Score {
  return { refused: 0, options: 0, agreeing: 0, wrong: [] };
}

function compare(path: string, score: Score, specification?: string, connection?: Connection): void {
  const asked = askSshd(path, specification);
  const { settings, refusals } = evaluate(path, connection);
  const about = `${path}${specification === undefined ? '' : ` -C ${specification}`}`;
  if (asked.lines === undefined || refusals.length > 0) {
    score.refused++;
    if (asked.lines === undefined && refusals.length > 0) return;
    const reasons = refusals.map(each => `${each.directive?.number}: ${each.message}`).join('; ');
    score.wrong.push(
      `${about}: sshd says ${asked.stderr.trim() || 'nothing'}, f2blint ${reasons || 'nothing'}`,
    );
    return;
  }
  const names = new Set(asked.lines.map(line => line.split(' ', 1)[0]!));
  const printed = settings.flatMap(each => each.printed);
  for (const name of new Set([...names, ...printed.map(line => line.split(' ', 1)[0]!)])) {
    const theirs = asked.lines.filter(line => line.startsWith(`${name} `)).join('\n');
    const ours = printed.filter(line => line.startsWith(`${name} `)).join('\n');
    score.options++;
    if (theirs === ours) score.agreeing++;
    else score.wrong.push(`${about}: sshd has ${theirs}, f2blint ${ours}`);
  }
  if (asked.lines.join('\n') !== printed.join('\n') && score.wrong.length === 0)
    score.wrong.push(`${about}: the order differs`);
}

function report(what: string, { refused, options, agreeing, wrong }: Score): void {
  printFigure(
    `sshd: ${what}, with and without -C: ${agreeing}/${options} options agree, ${refused} times both refuse`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
}

const specification = 'user=nobody,host=host.example.org,addr=203.0.113.80,laddr=192.0.2.1,lport=22';
const connection: Connection = {
  user: 'nobody',
  groups: ['nogroup'],
  host: 'host.example.org',
  address: '203.0.113.80',
  localAddress: '192.0.2.1',
  localPort: 22,
};

test('the files of the corpus come out as sshd has them', () => {
  const corpus = join(shared, 'corpus/sshd');
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter(name => name !== 'MANIFEST.tsv' && !name.endsWith('.j2'))
    .map(name => join(corpus, name))
    .filter(path => statSync(path).isFile())
    .filter(path => !/\{\{|__[A-Z_]+__|\{%/.test(readFileSync(path, 'utf8')))
    .sort();
  expect(paths.length).toBeGreaterThan(10);
  const score = newScore();
  for (const path of paths) {
    compare(path, score);
    compare(path, score, specification, connection);
  }
  report(`${paths.length} files of the corpus`, score);
});

test('random files come out as sshd has them', () => {
  const score = newScore();
  for (const [index, { files, connection: who }] of sshdCases(20, 300).entries()) {
    const root = join(directory, String(index));
    for (const [name, text] of files) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text.replaceAll('@/', `${root}/`));
    }
    const path = join(root, 'sshd_config');
    const { user, host, addr, laddr, lport, rdomain } = who as Record<string, string>;
    const groups = new Map([
      ['root', ['root']],
      ['nobody', ['nogroup']],
    ]).get(user!);
    const known = { user: user!, groups: groups ?? [], host: host!, address: addr!, localAddress: laddr! };
    const all = `user=${user},host=${host},addr=${addr},laddr=${laddr},lport=${lport},rdomain=${rdomain}`;
    compare(path, score, all, { ...known, localPort: Number(lport), rdomain: rdomain! });
    compare(path, score, 'lport=2222', { localPort: 2222 });
  }
  report('300 random files', score);
});
