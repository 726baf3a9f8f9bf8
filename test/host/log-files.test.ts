import { chmodSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { findLogFiles } from '../../src/host/log-files';
import { type RootFiles, rootFiles } from '../../src/host/root-files';
import { walkLogs } from '../../src/host/walk-logs';
import { processorTime } from '../processor-time';
import { temporaryDirectory } from '../temporary-directory';
import { filesOf, makeRoot } from './make-root';

const directory = temporaryDirectory();

const root = filesOf(directory, {
  '/var/log/auth.log': '',
  '/var/log/auth.log.1': '',
  '/var/log/apache2/error.log': '',
  '/var/log/journal/1/system.journal': '',
  '/var/log/a/b/deep.log': '',
  '/var/log/linked.log': { link: 'auth.log' },
  '/var/log/stdout.log': { link: '/dev/stdout' },
  '/var/log/dangling.log': { link: 'nowhere' },
  '/var/log/out.log': { link: '/proc/version' },
  '/var/log/pipe.log': 'pipe',
  '/var/log/directory.log': 'directory',
  '/srv/www/one/logs/access.log': '',
  '/srv/www/two/logs/access.log': '',
  '/srv/www/three/logs/access.log': 'directory',
  '/srv/www/four/logs/access.log': { link: '/nowhere' },
  '/srv/www/.hidden/logs/access.log': '',
  '/srv/odd/(a){b}!+@ [1].log': '',
  '/srv/.pm2/out.log': '',
});

const below = [
  '/var/log/a/b/deep.log',
  '/var/log/apache2/error.log',
  '/var/log/auth.log',
  '/var/log/auth.log.1',
  '/var/log/linked.log',
];

async function found(files: RootFiles, ...patterns: readonly string[]) {
  return (await findLogFiles(files, patterns, undefined)).files.value;
}

test('what is below /var/log, links and all', async () => {
  expect(await found(root)).toEqual(below);
});

test.each([
  [
    'a pattern elsewhere',
    '/srv/www/*/logs/access.log',
    ['one', 'two'].map(name => `/srv/www/${name}/logs/access.log`),
  ],
  ['a path elsewhere', '/srv/www/one/logs/access.log', ['/srv/www/one/logs/access.log']],
  ['signs that mean nothing to Python', '/srv/odd/(a){b}!+@ [[]1].*', ['/srv/odd/(a){b}!+@ [1].log']],
  ['a hidden name that is asked for', '/srv/.pm2/*.log', ['/srv/.pm2/out.log']],
  ['sets', '/srv/www/[!t]ne/logs/access.lo[a-z]', ['/srv/www/one/logs/access.log']],
  ['single characters', '/srv/www/t?o/logs/?ccess.*', ['/srv/www/two/logs/access.log']],
  ['two stars are one', '/srv/**/access.log', []],
  ['many stars', '/srv/odd/*a*b*+*1*', ['/srv/odd/(a){b}!+@ [1].log']],
  ['a directory', '/srv/www/three/logs/access.log', []],
  ['a dangling link', '/srv/www/four/logs/access.log', []],
  ['a pipe, which fail2ban takes for a file', '/var/log/pipe.log', ['/var/log/pipe.log']],
  ['a pattern that fits a dangling link', '/var/log/dang*.log', []],
  ['nothing there', '/srv/nothing/*.log', []],
  ['a set that is not closed', '/srv/[www/*.log', []],
  ['no absolute path', 'srv/www/*/logs/access.log', []],
  ['NUL', '/srv/\0*', []],
  ['/dev/null, which every host has', '/dev/null', ['/dev/null']],
])('%s', async (_, pattern, expected) => {
  expect(await found(root, pattern)).toEqual([...expected, ...below].sort());
});

test('links to directories are gone into, once', async () => {
  const files = filesOf(directory, {
    '/var/log': { link: '/srv/logs' },
    '/srv/logs/app': { link: '/srv/app' },
    '/srv/logs/app2': { link: '/srv/app' },
    '/srv/app/x.log': '',
    '/srv/app/up': { link: '..' },
    '/srv/logs/self': { link: '.' },
    '/srv/logs/out': { link: '../../../../tmp' },
  });
  expect(await found(files)).toEqual(['/var/log/app/x.log']);
  expect(await found(files, '/var/log/app2/*.log', '/var/log/self/self/app/x.log')).toEqual([
    '/var/log/app/x.log',
    '/var/log/app2/x.log',
    '/var/log/self/self/app/x.log',
  ]);
});

test('a hundred thousand entries are looked at, and what is asked for is found beyond', async () => {
  const entry = (name: string) => ({ name, isFile: () => true }) as Dirent;
  const many = Array.from({ length: 250_000 }, (_, index) => entry(`${index}.log`));
  const stub: RootFiles = {
    isLive: true,
    status: path => (path === '/var/log/240000.log' ? rootFiles('/').status('/proc/version') : 'absent'),
    entries: path => (path === '/var/log' ? many : 'absent'),
    text: () => undefined,
    linkTarget: () => undefined,
  };
  expect(walkLogs(stub)).toMatchObject({ isComplete: false, files: { length: 100_000 } });
  const { files } = await findLogFiles(
    { ...stub, status: path => (path === '/var/log' ? rootFiles('/').status('/') : stub.status(path)) },
    ['/var/log/240000.log'],
    undefined,
  );
  expect(files.value).toHaveLength(100_001);
});

test('a pattern that would search for ever does not', async () => {
  const files = filesOf(directory, { [`/srv/${'a'.repeat(200)}`]: '', '/var/log': 'directory' });
  const start = processorTime();
  await found(
    files,
    `/srv/${'*a'.repeat(100)}b`,
    `/srv/${'[a'.repeat(1000)}`,
    `/${'*/'.repeat(500)}x`,
    `/${'['.repeat(200_000)}*`,
  );
  expect(processorTime() - start).toBeLessThan(2000);
});

describe('where something is out of sight', () => {
  const locked = makeRoot(directory, {
    '/var/log/auth.log': '',
    '/var/log/apache2/error.log': '',
    '/srv/closed/logs/x.log': '',
  });
  const files = rootFiles(locked);

  beforeAll(() => {
    for (const name of ['var/log/apache2', 'srv/closed']) chmodSync(join(locked, name), 0);
    if (process.geteuid?.() === 0) process.seteuid?.(65534);
  });
  afterAll(() => {
    if (process.getuid?.() === 0) process.seteuid?.(0);
    for (const name of ['var/log/apache2', 'srv/closed']) chmodSync(join(locked, name), 0o755);
  });

  test.each([
    ['nothing was asked for there', '/var/log/auth.*', ['/var/log/auth.log'], ['/var/log/apache2']],
    ['a path', '/var/log/apache2/error.log', undefined, ['/var/log/apache2']],
    ['a pattern', '/var/log/*/error.log', undefined, ['/var/log/apache2']],
    ['elsewhere', '/srv/*/logs/x.log', undefined, ['/srv/closed', '/var/log/apache2']],
  ])('%s', async (_, pattern, expected, closed) => {
    const { files: logs, unreadable } = await findLogFiles(files, [pattern], undefined);
    expect(logs.value).toEqual(expected);
    expect(unreadable.value).toEqual(expect.arrayContaining(['/var/log/apache2']));
    if (pattern.includes('*/')) expect(unreadable.value).toEqual(expect.arrayContaining(closed));
  });
});

test('a root without /var/log says nothing', async () => {
  expect(await found(filesOf(directory, { '/etc/fail2ban': 'directory' }), '/x.log')).toBeUndefined();
});

test('what is made when a host starts is unknown on one that has not', async () => {
  expect(await found(root, '/run/app/*.log')).toBeUndefined();
  expect(await found(root, '/dev/shm/x.log')).toBeUndefined();
  expect(await found(root, '/var/log/stdout.log')).toBeUndefined();
});

test('what rsyslog will write is there as soon as it starts', async () => {
  const contents = {
    '/var/log': 'directory',
    '/etc/rsyslog.conf':
      '# *.* /var/log/comment\nauth,authpriv.*\t\t/var/log/auth.log\n*.*;auth.none  -/var/log/syslog\n*.* @10.0.0.1\n*.emerg :omusrmsg:*\n*.* ?Dynamic\n$FileOwner root\n',
    '/etc/rsyslog.d/a.conf':
      'if $programname == "x" then action(type="omfile" File="/var/log/x.log")\nmail.* /var/log/%HOSTNAME%.log\n',
    '/etc/rsyslog.d/note.txt': '*.* /var/log/note\n',
  } as const;
  const files = filesOf(directory, contents);
  const with1 = await findLogFiles(files, [], ['rsyslog.service']);
  expect(with1.files.value).toEqual(['/var/log/auth.log', '/var/log/syslog', '/var/log/x.log']);
  expect((await findLogFiles(files, [], ['cron.service'])).files.value).toEqual([]);
});
