import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../rules/index';
import { memorySnapshot } from '../../src/files/snapshot';
import { applyFixes } from '../../src/fix/apply-fixes';
import { createWorkbench, type FixState, type Workbench } from '../../src/fix/state';
import { defaultRelease } from '../../src/knowledge/release';
import type { SshdChangeDeclared } from '../../src/lint/fix';
import { temporaryDirectory } from '../temporary-directory';
import { printFigure, shared } from './shared';
import { sshdCases } from './sshd-cases';

const directory = temporaryDirectory();

beforeAll(() => {
  mkdirSync('/run/sshd', { recursive: true });
  spawnSync('ssh-keygen', ['-A']);
});

const jail = {
  'fail2ban.conf': '[Definition]\n',
  'jail.local':
    '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\naction = drop\nmaxretry = 5\n',
  'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};

/** Files by their names in /etc/ssh. */
type Files = ReadonlyMap<string, string>;

function workbenchFor(files: Files): Workbench {
  const ssh = [...files].map(([name, text]) => [`/etc/ssh/${name}`, text] as const);
  return createWorkbench(memorySnapshot(new Map([...Object.entries(jail), ...ssh])), {
    release: defaultRelease,
    rules,
    severities: new Map(),
    sshdConfig: '/etc/ssh/sshd_config',
  });
}

/** Those who are asked about: everybody, and people of every kind of block. */
const people = [
  undefined,
  'user=root,host=host.example.org,addr=10.1.2.3,laddr=10.0.0.1,lport=22,rdomain=blue',
  'user=nobody,host=host.example.com,addr=203.0.113.80,laddr=192.0.2.1,lport=2222,rdomain=red',
  'user=git,host=localhost,addr=2001:db8::7,laddr=2001:db8::1,lport=22,rdomain=blue',
  'user=alice,host=host.example.org,addr=192.168.0.9,laddr=192.0.2.1,lport=22,rdomain=red',
];

/** What sshd does for each of them: lines by the name of the setting; undefined where it does not start. */
type Answer = readonly (ReadonlyMap<string, string> | undefined)[];

const answers = new Map<string, Answer>();

/** What the real sshd does; asked once, as one fix of several often leads to the same files as another. */
function ask(files: Files): Answer {
  const key = JSON.stringify([...files].sort());
  const answer = answers.get(key) ?? askSshd(files);
  answers.set(key, answer);
  return answer;
}

/** Asks with the files in a directory of their own. */
function askSshd(files: Files): Answer {
  const root = join(directory, 'etc/ssh');
  rmSync(root, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    const moved = text.replace(/^[ \t]*"?include\b.*$/gim, line =>
      line
        .replace(/(?<!\.)\/etc\/ssh\//g, `${root}/`)
        .replace(/\.\.\/etc\/ssh\//g, `..${root}/`)
        .replace(/([ \t="])sshd_config\.d/g, `$1${root}/sshd_config.d`),
    );
    writeFileSync(join(root, name), moved, 'latin1');
  }
  return people.map(who => askAbout(join(root, 'sshd_config'), who));
}

function askAbout(path: string, who: string | undefined): Answer[number] {
  const args = ['-T', '-f', path, ...(who === undefined ? [] : ['-C', who])];
  const { status, stdout, stderr } = spawnSync('/usr/sbin/sshd', args, { encoding: 'utf8', cwd: '/' });
  if (status === null) throw new Error(`sshd did not end by itself: ${stderr}`);
  if (status !== 0) return undefined;
  const found = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const name = line.split(' ', 1)[0]!;
    found.set(name, `${found.get(name) ?? ''}${line.slice(name.length + 1)}\n`);
  }
  return found;
}

function filesOf(files: Files, { texts }: FixState): Files {
  const result = new Map(files);
  for (const [path, text] of texts) {
    if (!path.startsWith('/etc/ssh/')) continue;
    const name = path.slice('/etc/ssh/'.length);
    if (text === undefined) result.delete(name);
    else result.set(name, text);
  }
  return result;
}

/** What differs otherwise than declared. */
function faults(before: Answer, after: Answer, declared: readonly SshdChangeDeclared[]): readonly string[] {
  return people.flatMap((who, index) => {
    const [old, now] = [before[index], after[index]];
    if (old === undefined) return [];
    if (now === undefined) return [`${who}: sshd does not start any more`];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap(field => {
      const [was, is] = [old.get(field), now.get(field)];
      if (was === is) return [];
      const found = declared.find(each => each.field === field);
      const isAsSaid =
        who !== undefined || found?.to === undefined || is?.trimEnd().replaceAll('\n', ' ') === found.to;
      return found !== undefined && isAsSaid ? [] : [`${who ?? 'everybody'}: ${field} was ${was}, is ${is}`];
    });
  });
}

const isOfSshd = ({ rule }: { readonly rule: string }) => rule.startsWith('sshd/');

function expectProven(what: string, cases: readonly Files[]): void {
  const counts = { applied: 0, refused: 0, again: 0 };
  const wrong: string[] = [];
  for (const files of cases) {
    const workbench = workbenchFor(files);
    const before = ask(files);
    const tell = (fault: string) =>
      wrong.push(`${fault}\n${[...files].map(each => each.join('\n')).join('\n')}`);
    for (const diagnostic of workbench.start.outcome.diagnostics.filter(isOfSshd)) {
      const run = applyFixes(workbench, true, each => each === diagnostic);
      counts.refused += run.refused.length;
      if (run.applied.length === 0) continue;
      counts.applied++;
      const after = ask(filesOf(files, run.state));
      if (before[0] === undefined && after[0] !== undefined) counts.again++;
      const declared = run.applied.flatMap(({ fix }) => fix.sshd ?? []);
      for (const fault of faults(before, after, declared)) tell(`${diagnostic.rule}: ${fault}`);
    }
    const all = applyFixes(workbench, true, isOfSshd);
    const fixed = filesOf(files, all.state);
    const fields = all.applied.flatMap(({ fix }) => fix.sshd ?? []).map(({ field }) => ({ field }));
    for (const fault of faults(before, ask(fixed), fields)) tell(`all: ${fault}`);
    const again = applyFixes(workbenchFor(fixed), true, isOfSshd);
    if (again.state.texts.size > 0) tell(`again: ${JSON.stringify([...again.state.texts])}`);
  }
  printFigure(
    `fixes of sshd, ${what}: ${cases.length} configurations, ${counts.applied} fixes (${counts.refused} refused), ${wrong.length} not as declared, sshd starts again after ${counts.again}`,
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(counts.applied).toBeGreaterThan(10);
}

/** The directories below one that have an sshd_config, with its drop-ins. */
function configurationsIn(root: string): readonly Files[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const isOfSsh = (base: string, name: string) =>
    /^sshd_config(?:\.d\/.*\.conf)?$/.test(name) && statSync(join(base, name)).isFile();
  return names
    .filter(name => /(?:^|\/)sshd_config$/.test(name))
    .map(name => {
      const base = join(root, dirname(name));
      const found = readdirSync(base, { recursive: true, encoding: 'utf8' });
      const ofSsh = found.filter(each => isOfSsh(base, each));
      return new Map(ofSsh.map(each => [each, readFileSync(join(base, each), 'latin1')]));
    });
}

/** As Debian has it, and as cloud-init leaves it behind. */
function withDropIns(files: Files): Files {
  return new Map([
    ...files,
    ['sshd_config', `Include /etc/ssh/sshd_config.d/*.conf\n${files.get('sshd_config')}`],
    ['sshd_config.d/50-cloud-init.conf', 'PasswordAuthentication yes\n'],
  ]);
}

test('the corpus', () => {
  const files = configurationsIn(join(shared, 'corpus/sshd'));
  expectProven('corpus', [...files, ...files.map(withDropIns)]);
});

test('the battery', () => expectProven('battery', configurationsIn(join(shared, 'corpus/battery'))));

test('random configurations', () => {
  const cases = sshdCases(61, 20).map(({ files }, index) => {
    const texts = new Map([...files].map(([name, text]) => [name, text.replaceAll('@/', '/etc/ssh/')]));
    return index % 2 === 0 ? withDropIns(texts) : texts;
  });
  expectProven('random', cases);
});
