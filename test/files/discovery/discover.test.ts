import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { discover } from '../../../src/files/discovery/discover';
import { temporaryDirectory } from '../../temporary-directory';

const base = temporaryDirectory();
let count = 0;

function newDirectory(): string {
  const directory = join(base, String(count++));
  mkdirSync(directory);
  return directory;
}

const jail = '[sshd]\nenabled = true\n';
const filter = '[Definition]\nfailregex = ^no <HOST>$\n';
const action = '[Definition]\nactionban = ban <ip>\n';

/** What is found among files, as `directory: name <- path`. */
async function found(files: Readonly<Record<string, string>>, ignored: readonly string[] = []) {
  const root = newDirectory();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { setups, fragments } = await discover(root, [{ directory: root, patterns: ignored }]);
  const below = (path: string) => relative(root, path) || '.';
  return {
    setups: setups.map(
      ({ directory, files }) =>
        `${below(directory)}: ${[...files].map(([name, path]) => `${name} <- ${below(path)}`).join(', ')}`,
    ),
    fragments: fragments.map(below),
  };
}

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'whole trees',
    { 'a/etc/fail2ban/jail.conf': '', 'a/etc/fail2ban/filter.d/x.conf': '', 'b/jail.local': '' },
    [
      'a/etc/fail2ban: filter.d/x.conf <- a/etc/fail2ban/filter.d/x.conf, jail.conf <- a/etc/fail2ban/jail.conf',
      'b: jail.local <- b/jail.local',
    ],
  ],
  [
    'the files and templates of a role, as one',
    {
      'roles/f2b/files/filter.d/x.conf': filter,
      'roles/f2b/templates/jail.local.j2': jail,
      'roles/f2b/tasks/main.yml': '',
    },
    [
      'roles/f2b: filter.d/x.conf <- roles/f2b/files/filter.d/x.conf, jail.local <- roles/f2b/templates/jail.local.j2',
    ],
  ],
  [
    'a cookbook of chef and a module of puppet',
    {
      'cookbooks/f2b/templates/default/jail.local.erb': jail,
      'modules/fail2ban/templates/jail.conf.epp': jail,
    },
    [
      'cookbooks/f2b/templates/default: jail.local <- cookbooks/f2b/templates/default/jail.local.erb',
      'modules/fail2ban/templates: jail.conf <- modules/fail2ban/templates/jail.conf.epp',
    ],
  ],
  [
    'versions for distributions, each with what there is only one of',
    {
      'r/templates/debian/jail.local.j2': jail,
      'r/templates/rhel/jail.local.j2': jail,
      'r/files/filter.d/x.conf': filter,
    },
    [
      'r/templates/debian: jail.local <- r/templates/debian/jail.local.j2, filter.d/x.conf <- r/files/filter.d/x.conf',
      'r/templates/rhel: jail.local <- r/templates/rhel/jail.local.j2, filter.d/x.conf <- r/files/filter.d/x.conf',
    ],
  ],
  [
    'files whose content tells what they are',
    {
      'fail2ban/sshd.jail.j2': jail,
      'fail2ban/filters/x.conf': filter,
      'fail2ban/filter-y.conf.j2': filter,
      'fail2ban/z_action.conf': action,
    },
    [
      'fail2ban: filter.d/y.conf <- fail2ban/filter-y.conf.j2, filter.d/x.conf <- fail2ban/filters/x.conf, jail.d/sshd.conf <- fail2ban/sshd.jail.j2, action.d/z.conf <- fail2ban/z_action.conf',
    ],
  ],
  [
    'no file that fail2ban would pass over for its name',
    { 'fail2ban/jail.local': jail, 'fail2ban/sshd.conf': jail, 'files/etc/fail2ban/own.conf': jail },
    ['fail2ban: jail.local <- fail2ban/jail.local'],
  ],
  [
    'what a compose file mounts and a Dockerfile copies',
    {
      'docker-compose.yml':
        'services:\n  f:\n    volumes:\n      - ./conf/bans.conf:/etc/fail2ban/jail.d/bans.conf:ro\n',
      'conf/bans.conf': jail,
      'image/Dockerfile': 'FROM x\nCOPY own.conf /etc/fail2ban/filter.d/\n',
      'image/own.conf': filter,
    },
    ['conf: jail.d/bans.conf <- conf/bans.conf', 'image: filter.d/own.conf <- image/own.conf'],
  ],
  [
    'what a task installs under another name',
    {
      'roles/x/tasks/main.yml':
        '- name: a\n  template:\n    src: ssh.j2\n    dest: /etc/fail2ban/jail.d/ssh.conf\n- name: b\n  copy: src=other dest=/tmp/other\n',
      'roles/x/templates/ssh.j2': jail,
    },
    ['roles/x/templates: jail.d/ssh.conf <- roles/x/templates/ssh.j2'],
  ],
  [
    'nothing in other files',
    {
      'README.md': jail,
      'nginx/fail2ban.md': jail,
      'conf.d/jail.txt': jail,
      'fail2ban/tasks/main.yml': 'a: 1',
    },
    [],
  ],
])('finds %s', async (_, files, expected) => {
  expect((await found(files)).setups).toEqual(expected);
});

test('passes over what git ignores, and what is to be ignored', async () => {
  const files = {
    '.git/HEAD': '',
    '.gitignore': 'build/\n*.bak/\n!keep.bak/\n',
    'build/jail.local': jail,
    'x.bak/jail.local': jail,
    'keep.bak/jail.local': jail,
    'sub/.gitignore': '/jail.local\n',
    'sub/jail.local': jail,
    'sub/deeper/jail.local': jail,
    'old/jail.local': jail,
    'node_modules/p/jail.local': jail,
  };
  const expected = [
    'keep.bak: jail.local <- keep.bak/jail.local',
    'sub/deeper: jail.local <- sub/deeper/jail.local',
  ];
  expect((await found(files, ['/old'])).setups).toEqual(expected);
});

test('names directories of fragments and leaves them alone', async () => {
  const files = {
    'templates/etc/fail2ban/jail.local/10sshd': jail,
    'templates/etc/fail2ban/action.d/x.conf/1': action,
  };
  expect(await found(files)).toEqual({
    setups: [],
    fragments: ['templates/etc/fail2ban/action.d/x.conf', 'templates/etc/fail2ban/jail.local'],
  });
});

test('waits for no pipe and follows no link', async () => {
  const root = newDirectory();
  mkdirSync(join(root, 'fail2ban'));
  for (const name of ['fail2ban/x.conf', 'compose.yml', '.gitignore'])
    spawnSync('mkfifo', [join(root, name)]);
  symlinkSync('.', join(root, 'fail2ban/loop'));
  expect(await discover(root)).toEqual({ setups: [], fragments: [] });
});
