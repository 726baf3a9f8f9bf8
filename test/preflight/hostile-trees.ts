import { jailFile, type Tree } from './predict';

const long = 300_000;
const megabyte = 1_000_000;

function filterFile(lines: string): Tree {
  return { 'filter.d/test.conf': `[Definition]\n${lines}\n` };
}

function failregex(regex: string): Tree {
  return filterFile(`failregex = ${regex}`);
}

function nested(open: string, close: string): Tree {
  return failregex(`${open.repeat(10_000)}<HOST>${close.repeat(10_000)}`);
}

/** The real daemon (1.0.2) goes down with each, as far as they can be written to a disk. */
export const downTrees: Readonly<Record<string, Tree>> = {
  'a regex of a megabyte without a host': failregex('a'.repeat(megabyte)),
  'a megabyte that ends in an error': failregex(`<HOST>${'a?'.repeat(megabyte / 2)}(`),
  '30,000 lines of a failregex': failregex(Array.from({ length: 30_000 }, (_, n) => `^a${n}`).join('\n  ')),
  '10,000 nested groups': nested('(', ')'),
  '10,000 nested groups without capture': nested('(?:', ')'),
  '10,000 nested groups that repeat': nested('(?:', ')*'),
  '10,000 nested look-aheads': nested('(?=', ')'),
  '10,000 nested conditionals': nested('(a)(?(1)', '|b)'),
  '10,000 groups that nothing closes': failregex(`<HOST>${'('.repeat(10_000)}`),
  '10,000 references nested in values': {
    'jail.local': `[DEFAULT]\n${Array.from({ length: 10_000 }, (_, n) => `v${n} = %(v${n + 1})s\n`).join('')}[test]\nbantime = %(v0)s\n`,
  },
  '10,000 modes that the filter does not have': filterFile(
    Array.from({ length: 10_000 }, (_, n) => `re${n}-a = x\n`).join('') +
      `failregex = ${Array.from({ length: 10_000 }, (_, n) => `<re${n}-<mode>>`).join('\n  ')}\nmode = b`,
  ),
  'a surrogate and a NUL': {
    'jail.conf': jailFile('test\ud800', 'bantime = \0\nfailregex = <HOST>\ud800\0'),
  },
  'a NUL in a group name': failregex('<HOST> (?P<a\0b>x)'),
  'a NUL in names of files': {
    'jail.conf': jailFile('test', 'filter = te\0st\nlogpath = /var/log/\0'),
  },
  'a surrogate in names of files': {
    'jail.conf': jailFile('test', 'action = dum\udfffmy\nlogpath = /var/log/\ud800'),
  },
  'an action file that is a directory': { 'action.d/dummy.conf': { kind: 'directory' } },
  'an action written in Python that is a directory': {
    'jail.conf': jailFile('test', 'action = dummy.py'),
    'action.d/dummy.py': { kind: 'directory' },
  },
  'directories in the place of all files': Object.fromEntries(
    ['fail2ban.conf', 'jail.conf', 'jail.local', 'filter.d/test.conf', 'action.d/dummy.conf'].map(
      name => [name, { kind: 'directory' }] as const,
    ),
  ),
  'a filter that includes itself afterwards, and in .local': {
    'filter.d/test.conf': '[INCLUDES]\nafter = test.conf test.local\n[Definition]\nfailregex = <HOST>\n',
    'filter.d/test.local': '[INCLUDES]\nbefore = test.local\nafter = test.conf\n',
  },
  'filters that include each other': {
    'filter.d/test.conf': '[INCLUDES]\nbefore = other.conf\n[Definition]\nfailregex = <HOST>\n',
    'filter.d/other.conf': '[INCLUDES]\nbefore = test.conf\nafter = ./test.conf\n',
  },
  'a chain of 3,000 includes': Object.fromEntries(
    Array.from({ length: 3000 }, (_, n) => [
      `filter.d/${n === 0 ? 'test' : n}.conf`,
      `[INCLUDES]\nbefore = ${n + 1}.conf\n[Definition]\nfailregex = <HOST>\n`,
    ]),
  ),
  'percent brackets of a date': { 'jail.conf': jailFile('test', `datepattern = ${'%%('.repeat(long / 3)}`) },
  'slashes of an address': { 'jail.conf': jailFile('test', `ignoreip = ${'1.1.1.1/'.repeat(long / 8)}`) },
  'zeros of a log format': {
    'fail2ban.conf': `[Definition]\nlogtarget = STDOUT[format="%%(a)${'0'.repeat(long)}"]\n`,
  },
  'a long formula': { 'jail.conf': jailFile('test', `bantime.formula = ${'1+'.repeat(long / 2)}1`) },
  'quotes that are never closed': {
    'jail.conf': jailFile('test', 'action = a.py'),
    'action.d/a.py': `${'"""\'\n'.repeat(long / 5)}`,
  },
  'a long name of a filter': { 'jail.conf': jailFile('test', `filter = ${'x'.repeat(long)}`) },
  'a hundred jails with a thousand bad addresses': {
    'jail.conf': Array.from({ length: 100 }, (_, number) => jailFile(`j${number}`, '')).join(''),
    'jail.local': `[DEFAULT]\nignoreip = ${'1/x '.repeat(1000)}\n`,
  },
};

/** The real daemon comes up with each. */
export const upTrees: Readonly<Record<string, Tree>> = {
  'a regex of a megabyte': failregex(`<HOST>${'a'.repeat(megabyte)}`),
  'a megabyte of alternatives': failregex(`<HOST>(?:${'a|'.repeat(megabyte / 2)}b)`),
  'a megabyte of classes': failregex(`<HOST>${'[a-z]'.repeat(megabyte / 5)}`),
  'a megabyte of named groups': failregex(
    `<HOST>${Array.from({ length: 60_000 }, (_, n) => `(?P<g${n}>a)`).join('')}`,
  ),
  'a megabyte in each of the three options': filterFile(
    `prefregex = <F-CONTENT>${'a'.repeat(megabyte)}</F-CONTENT>\nfailregex = <HOST>${'b'.repeat(megabyte)}\nignoreregex = ${'c'.repeat(megabyte)}`,
  ),
  '10,000 tags nested in a regex': nested('<', '>'),
  'a surrogate in a regex': failregex('<HOST> \ud800'),
  'a NUL in a regex': failregex('<HOST> \0 [\0-z]'),
  'a filter that includes itself': {
    'filter.d/test.conf': '[INCLUDES]\nbefore = test.conf\n[Definition]\nfailregex = <HOST>\n',
  },
  'a long list of multipliers': {
    'jail.conf': jailFile('test', `bantime.multipliers = ${'1 '.repeat(long / 2)}1`),
  },
};

/** With these it takes minutes, reaches a limit that depends on how deep Python is already, or can't be asked. */
export const oddTrees: Readonly<Record<string, Tree>> = {
  'halves of a pair as a range': failregex('<HOST> [\ud83d-\ude00] [\ude00-\ud83d]'),
  'brackets of a date': { 'jail.conf': jailFile('test', `datepattern = ${'('.repeat(long)}`) },
  'slashes few enough to follow': {
    'jail.conf': jailFile('test', `ignoreip = ${'255.0.0.0/'.repeat(890)}8`),
  },
  'many constructors': {
    'jail.conf': jailFile('test', 'action = a.py'),
    'action.d/a.py': `class Action:\n${'    def __init__(self, a, b):\n'.repeat(10_000)}`,
  },
};
