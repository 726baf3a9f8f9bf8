import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A tree with something bad in it. Beside that, each has a mistake in filter.d/rest.conf, line 3. */
export interface BadTree {
  readonly name: string;
  /** Writes it into a directory that has jail.d and filter.d. */
  readonly write: (directory: string) => void;
  /** `FILE:LINE` of a finding, and what its message says; undefined where nothing is wrong. */
  readonly at?: string;
  readonly message?: RegExp;
}

const rest = '[Definition]\nfailregex = ^a from <HOST>$\nfailregex = ^b from <HOST>$\n';
const jail = '[sshd]\nenabled = true\nfilter = rest\nlogpath = /var/log/auth.log\nmaxretry = 4\n';

function bad(
  name: string,
  files: Readonly<Record<string, string | Buffer>>,
  finding: Pick<BadTree, 'at' | 'message'> = {},
  more: (directory: string) => void = () => {},
): BadTree {
  return {
    name,
    ...finding,
    write(directory) {
      const all = { 'jail.d/sshd.conf': jail, 'filter.d/rest.conf': rest, ...files };
      for (const [file, content] of Object.entries(all)) writeFileSync(join(directory, file), content);
      more(directory);
    },
  };
}

/** Ten levels, each the one above ten times: 10,000,000,000 characters. */
const laughs = [
  '[DEFAULT]',
  'laugh0 = ha',
  ...Array.from({ length: 10 }, (_, level) => `laugh${level + 1} = ${`%(laugh${level})s`.repeat(10)}`),
  '[sshd]',
  'bantime = %(laugh9)s',
  '',
].join('\n');

const escapes = '\x1b]0;owned\x07\x1b[2J\x9b31m\u202e';

export const badTrees: readonly BadTree[] = [
  bad(
    'an undecodable file',
    { 'jail.local': Buffer.from('# gepr\xfcft\n[sshd]\nbantime = 1h\n', 'latin1') },
    { at: 'jail.local:1', message: /UTF-8/ },
  ),
  bad('a directory named jail.conf', {}, { at: 'jail.conf:1' }, directory => {
    mkdirSync(join(directory, 'jail.conf'));
  }),
  bad('a named pipe', {}, { at: 'jail.local:1', message: /pipe/ }, directory => {
    spawnSync('mkfifo', [join(directory, 'jail.local')]);
  }),
  bad('a loop of links', {}, { at: 'jail.local:1', message: /link/ }, directory => {
    symlinkSync('jail.local', join(directory, 'jail.local'));
  }),
  bad(
    'a file that may not be read',
    { 'jail.local': '[sshd]\nbantime = 1h\n' },
    { at: 'jail.local:1', message: /permission denied/ },
    directory => chmodSync(join(directory, 'jail.local'), 0),
  ),
  bad('a cycle of includes', {
    'jail.local': '[INCLUDES]\nbefore = jail.d/first.conf\n[sshd]\nbantime = 1h\n',
    'jail.d/first.conf': '[INCLUDES]\nbefore = second.conf\n',
    'jail.d/second.conf': '[INCLUDES]\nafter = first.conf\n',
  }),
  bad('billion laughs', { 'jail.local': laughs }, { at: 'jail.local:14', message: /million/ }),
  bad(
    'a value that contains itself',
    { 'jail.local': '[sshd]\nbantime = %(bantime)s\n' },
    { at: 'jail.local:2' },
  ),
  bad('a NUL', { 'jail.local': '[sshd]\nbantime = 1\0h\n' }, { at: 'jail.local:2' }),
  bad(
    'terminal escapes in a value',
    { 'jail.local': `[sshd]\nbantime = ${escapes}\n` },
    { at: 'jail.local:2', message: /u\{1b\}/ },
  ),
  bad('terminal escapes in names', {
    [`jail.d/${escapes}.conf`]: `[${escapes}]\n${escapes} = 1\n${escapes} = 2\n`,
  }),
  bad(
    'a line of 20 MB',
    { 'jail.local': `[sshd]\nignoreip = ${'192.0.2.1 '.repeat(2_000_000)}\nbantime = forever\n` },
    { at: 'jail.local:3' },
  ),
  bad(
    'a time of 20 MB',
    { 'jail.local': `[sshd]\nbantime = ${'1h+'.repeat(7_000_000)}\n` },
    { at: 'jail.local:2' },
  ),
  bad('20 MB of brackets', { 'jail.local': `[sshd]\naction = ${'a['.repeat(10_000_000)}\n` }),
];
