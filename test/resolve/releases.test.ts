import { releaseNames } from '../../src/knowledge/release';
import { commandLines, loadFails } from '../../src/resolve/setup';
import { commandsOf, resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

const daemon = { 'fail2ban.conf': '[Definition]\n' };
const jail = (text: string): Files => ({ ...daemon, 'jail.conf': `[j]\nenabled = true\n${text}` });
function note(text: string): string {
  const quote = text.includes('"') ? "'" : '"';
  return `['config-error', ${quote}${`Jail 'j' skipped, because of ${text}`.replaceAll(quote, `\\${quote}`)}${quote}]`;
}
const badCall = (text: string) => note(`wrong configuration: Invalid filter definition ${text}`);

/** The lines of the jail `j` in each release, without `add` and `start`; one list of releases for each answer. */
function answers(files: Files): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const release of releaseNames) {
    const lines = commandsOf(files, release).filter(line => !/^\['(?:start|add)'/.test(line));
    const answer = lines.map(line => line.replace("['set', 'j', ", '[')).join('\n');
    found[answer] = [...(found[answer] ?? []), release];
  }
  return found;
}

const filter = (text: string, call: string, more = ''): Files => ({
  ...jail(`filter = ${call}\n${more}`),
  'filter.d/f.conf': text,
});
const a = '[Definition]\nfailregex = a\n';

// Section 16 of the semantics reference; each answer comes from `fail2ban-client -d` of 0.11.2 (after 2to3), 1.0.2, 1.1.0, 1.1.1 and master.
test.each<readonly [string, Files, Readonly<Record<string, readonly string[]>>]>([
  [
    'fail2ban_version',
    jail('bantime = %(fail2ban_version)s\n'),
    {
      "['bantime', '0.11.2']": ['0.11'],
      "['bantime', '1.0.2']": ['1.0'],
      "['bantime', '1.1.0']": ['1.1.0'],
      "['bantime', '1.1.1']": ['1.1.1'],
      "['bantime', '1.1.2.dev1']": ['master'],
    },
  ],
  [
    'fail2ban_confpath',
    jail('bantime = %(fail2ban_confpath)s\n'),
    { '': ['0.11'], "['bantime', '/etc/fail2ban']": ['1.0', '1.1.0', '1.1.1', 'master'] },
  ],
  [
    'a malformed list',
    filter(a, 'f[x=1,2]'),
    {
      "['addfailregex', 'a']": ['0.11'],
      [badCall("'f[x=1,2]': expected option, wrong syntax at 4: 2")]: ['1.0', '1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a list that is not closed',
    filter(a, 'f[x'),
    {
      [badCall("'f[x'")]: ['0.11'],
      [badCall("'f[x': unexpected option syntax")]: ['1.0', '1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a blank behind a quote',
    filter('[Definition]\nfailregex = <x>\n', 'f[x="1" , y=2]'),
    {
      "['addfailregex', '\"1\"']": ['0.11'],
      [note(
        `wrong configuration: Invalid filter definition 'f[x="1" , y=2]': unexpected syntax at 5 after option 'x':  , y=2`,
      )]: ['1.0', '1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a bad maxlines',
    filter(`${a}maxlines = x\n`, 'f'),
    {
      "['maxlines', None]\n['addfailregex', 'a']": ['0.11'],
      "['addfailregex', 'a']": ['1.0', '1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a filter without [Definition]',
    filter('[Init]\n', 'f'),
    {
      "['usedns', None]\n['prefregex', None]\n['maxlines', None]\n['datepattern', None]": ['0.11'],
      '': ['1.0', '1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a part of the word datepattern',
    filter(a, 'f[pattern=x]'),
    {
      "['addfailregex', 'a']\n['pattern', 'x']": ['0.11', '1.0', '1.1.0'],
      "['addfailregex', 'a']": ['1.1.1', 'master'],
    },
  ],
  [
    'ignoreip with tabs',
    jail('ignoreip = 1.1.1.1\t2.2.2.2,3.3.3.3\n'),
    {
      "['addignoreip', '1.1.1.1\\t2.2.2.2', '3.3.3.3']": ['0.11', '1.0'],
      "['addignoreip', '1.1.1.1', '2.2.2.2', '3.3.3.3']": ['1.1.0', '1.1.1', 'master'],
    },
  ],
  [
    'a condition in a list',
    filter('[Definition]\nfailregex = a\n', 'f[x?family=inet6=1]'),
    {
      "['addfailregex', 'a']": ['0.11', '1.1.1', 'master'],
      [badCall("'f[x?family=inet6=1]': expected option, wrong syntax at 0: x?family=inet6=1")]: [
        '1.0',
        '1.1.0',
      ],
    },
  ],
  [
    'a plain parameter and a conditional value',
    {
      ...jail('action = b[x=9]\n'),
      'action.d/b.conf': '[Definition]\n[Init]\nx = 4\n[Init?family=inet6]\nx = 6\n',
    },
    {
      "['addaction', 'b']\n['multi-set', 'j', 'action', 'b', [['x', '9'], ['name', 'j'], ['actname', 'b'], ['x?family=inet6', '6']]]":
        ['0.11', '1.0', '1.1.0'],
      "['addaction', 'b']\n['multi-set', 'j', 'action', 'b', [['x', '9'], ['name', 'j'], ['actname', 'b'], ['x?family=inet6', '9']]]":
        ['1.1.1', 'master'],
    },
  ],
  [
    'a condition in an action, with a blank in its value',
    { ...jail('action = b[x?family=inet6=1 2]\n'), 'action.d/b.conf': '[Definition]\n' },
    {
      [note("wrong configuration: Invalid action definition 'b[x?family=inet6=1': unexpected option syntax")]:
        ['1.0', '1.1.0'],
      [note("wrong configuration: Invalid action definition 'b[x?family=inet6=1'")]: ['0.11'],
      "['addaction', 'b']\n['multi-set', 'j', 'action', 'b', [['x?family=inet6', '1 2'], ['name', 'j'], ['actname', 'b']]]":
        ['1.1.1', 'master'],
    },
  ],
  [
    'skip_if_nologs is not sent',
    jail('skip_if_nologs = yes\nsystemd_if_nologs = no\n'),
    { '': [...releaseNames] },
  ],
])('%s', (_, files, expected) => {
  expect(answers(files)).toEqual(expected);
});

test('allowipv6 came with 1.0', () => {
  const has = (release: string) =>
    commandLines(resolveTree(jail(''), release)).some(line => line.includes('allowipv6'));
  expect(releaseNames.filter(has)).toEqual(['1.0', '1.1.0', '1.1.1', 'master']);
});

// With `logpath =` no release finds a file; `fail2ban-client -d` then only warns, up to 1.1.0.
test.each([
  ['nothing', '', "['add', 'j', 'auto']"],
  ['a journal match', 'journalmatch = A=1\n', "['add', 'j', 'systemd']"],
  ['a journal match, and no', 'journalmatch = A=1\nsystemd_if_nologs = no\n', "['add', 'j', 'auto']"],
  ['another backend', 'journalmatch = A=1\nbackend = polling\n', "['add', 'j', 'polling']"],
  ['leave to skip it', 'skip_if_nologs = yes\n', note('missing log files.')],
])('an empty logpath and %s, since 1.1.1', (_, text, first) => {
  const [line] = commandsOf(jail(`logpath =\n${text}`), '1.1.1');
  expect(line).toBe(first);
  expect(commandsOf(jail(`logpath =\n${text}`), '1.1.0')[0]).toMatch(/^\['add', 'j', '(?:auto|polling)'\]$/);
});

test('files that cannot be read end the load since 1.1.1', () => {
  const failing = (files: Files) => releaseNames.filter(name => loadFails(resolveTree(files, name)));
  expect(failing(daemon)).toEqual(['1.1.1', 'master']);
  expect(failing({ 'jail.conf': '[j]\n' })).toEqual(['1.1.1', 'master']);
  expect(failing({ ...daemon, 'jail.conf': '[j]\n' })).toEqual([]);
});
