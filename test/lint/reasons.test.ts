import { rules } from '../../rules/index';
import { type Entry, findRelease, lint, memorySnapshot, type Outcome } from '../../src/api';
import { decode } from '../../src/files/decode';
import { lintJson } from '../../src/report/lint-json';

type Files = Readonly<Record<string, string | Entry>>;

const base: Files = {
  'fail2ban.conf': '[Definition]\n',
  'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\n',
  'jail.conf': '[DEFAULT]\nfilter = x\nlogpath = /var/log/x.log\nbackend = auto\n',
};
const enabled = '[a]\nenabled = true\n';

function lintFiles(files: Files, release = '1.0.2'): Outcome {
  const snapshot = memorySnapshot(new Map(Object.entries({ ...base, ...files })));
  return lint(snapshot, { release: findRelease(release)!, rules, severities: new Map() });
}

/** Errors as `file:line:column rule`. */
function errorsIn(files: Files, release?: string): readonly string[] {
  return lintFiles(files, release)
    .diagnostics.filter(each => each.severity === 'error')
    .map(({ range: { file, start }, rule }) => `${file.name}:${start.line}:${start.column} ${rule}`);
}

test.each([
  ['up', { 'jail.local': enabled }],
  ['nothing', { 'jail.local': '[a]\nport = 1\n' }],
  ['down', { 'jail.local': `${enabled}bantime = forever\n` }],
] satisfies [string, Files][])('the verdict of a lint, %s, and in its JSON', (verdict, files) => {
  const outcome = lintFiles(files);
  expect(outcome.verdict).toBe(verdict);
  const { setups } = JSON.parse(lintJson([outcome], '0.1.0'));
  expect(setups).toEqual([expect.objectContaining({ verdict, fail2ban: '1.0' })]);
});

/** What both a rule and preflight know is told once, by the rule. */
const once: Readonly<Record<string, readonly [files: Files, errors: readonly string[], release?: string]>> = {
  'a time': [{ 'jail.local': `${enabled}bantime = 2hrs\n` }, ['jail.local:3:12 value/bad-time']],
  'a number': [{ 'jail.local': `${enabled}maxretry = five\n` }, ['jail.local:3:12 value/wrong-type']],
  'a number, by the reference to another option': [
    { 'jail.local': `[DEFAULT]\nbantime = 1h\n${enabled}maxretry = %(bantime)s\n` },
    ['jail.local:5:12 value/wrong-type'],
  ],
  'a list of multipliers, whose third is no number': [
    { 'jail.local': `${enabled}bantime.multipliers = 1 2 x\n` },
    ['jail.local:3:23 value/bad-bantime-formula'],
  ],
  'a percent sign in a filter of two jails': [
    {
      'filter.d/x.conf': '[Definition]\nfailregex = ^100% <HOST>$\n',
      'jail.local': `${enabled}[b]\nenabled = true\n`,
    },
    ['filter.d/x.conf:2:17 syntax/percent-not-escaped'],
  ],
  'a variable that nothing sets': [
    { 'jail.local': `${enabled}logpath = %(nosuch)s\n` },
    ['jail.local:3:11 syntax/undefined-interpolation'],
  ],
  'a backend that cannot be put together': [
    { 'jail.local': `${enabled}backend = %(nosuch)s\n` },
    ['jail.local:3:11 syntax/undefined-interpolation'],
  ],
  'an option of a tag that can only be read in small letters': [
    {
      'action.d/drop.conf': '[Definition]\nactionban = <set>\n[Init?family=INET6]\nset = b\n',
      'jail.local': `${enabled}action = drop\n`,
    },
    ['action.d/drop.conf:4:7 syntax/undefined-interpolation'],
  ],
  'a filter that does not exist, where the admin wrote of the jail': [
    {
      'jail.conf': '[DEFAULT]\nfilter = %(__name__)s\nlogpath = /x\n',
      'jail.local': '[nosuch]\nenabled = true\n',
    },
    ['jail.local:1:1 jail/filter-not-found'],
  ],
  'a filter whose file is not UTF-8': [
    {
      'filter.d/x.conf': decode(Buffer.from('[Definition]\n# f\xfcr\n', 'latin1')),
      'jail.local': enabled,
    },
    ['filter.d/x.conf:2:4 syntax/encoding'],
  ],
  'a filter whose file can not be read here': [
    { 'filter.d/x.conf': { kind: 'unreadable', reason: 'permission denied' }, 'jail.local': enabled },
    ['filter.d/x.conf:1:1 resolution/unreadable-file'],
  ],
  'a jail file that can not be read, 1.1.1': [
    { 'jail.conf': { kind: 'unreadable', reason: 'permission denied' } },
    ['jail.conf:1:1 resolution/unreadable-file'],
    '1.1.1',
  ],
  'comments behind values': [
    { 'jail.local': `${enabled}backend = auto # a\nmaxretry = 5 # b\nlogpath = /x # c\naction = drop # d\n` },
    [3, 4, 5, 6].map((line, index) => `jail.local:${line}:${[16, 14, 14, 15][index]} syntax/inline-comment`),
  ],
  'a fault of the daemon': [
    { 'fail2ban.conf': '[Definition]\ndbpurgeage = one\nloglevel = %(nosuch)s\n' },
    ['fail2ban.conf:2:14 value/bad-time', 'fail2ban.conf:3:12 syntax/undefined-interpolation'],
  ],
};

test.each(Object.entries(once))('%s is told once', (_, [files, errors, release]) => {
  expect(errorsIn(files, release)).toEqual(errors);
  expect(lintFiles(files, release).verdict).not.toBe('up');
});

test('a fault preflight alone sees is told beside those of the rule', () => {
  const files = {
    'action.d/drop.conf': '[Definition]\nactionban = a\n[Init]\nwait = 5\ntimeout = <wait>\n',
    'jail.local': `${enabled}findtime = soon\naction = drop\n`,
  };
  expect(errorsIn(files)).toEqual([
    'action.d/drop.conf:5:11 value/bad-time',
    'jail.local:3:12 value/bad-time',
  ]);
});

test('a rule that is switched off leaves the verdict as it is', () => {
  const files = { ...base, 'jail.local': `${enabled}bantime = forever\n` };
  const outcome = lint(memorySnapshot(new Map(Object.entries(files))), {
    release: findRelease('1.0.2')!,
    rules,
    severities: new Map([['value/bad-time', 'off']]),
  });
  expect(outcome).toMatchObject({ verdict: 'down', diagnostics: [] });
});
