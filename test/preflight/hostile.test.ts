import { jailFile, predict, type Tree } from './predict';

const long = 300_000;
const cases: Readonly<Record<string, Tree>> = {
  'a regex of a megabyte': {
    'filter.d/test.conf': `[Definition]\nfailregex = <HOST>${'a'.repeat(1_000_000)}\n`,
  },
  '10,000 nested groups': {
    'filter.d/test.conf': `[Definition]\nfailregex = ${'('.repeat(10_000)}<HOST>${')'.repeat(10_000)}\n`,
  },
  'a surrogate and a NUL': {
    'jail.conf': jailFile('test\ud800', 'bantime = \0\nfailregex = <HOST>\ud800\0'),
  },
  'an action file that is a directory': { 'action.d/dummy.conf': { kind: 'directory' } },
  'a filter that includes itself': {
    'filter.d/test.conf': '[INCLUDES]\nbefore = test.conf\n[Definition]\nfailregex = <HOST>\n',
  },
  'brackets of a date': { 'jail.conf': jailFile('test', `datepattern = ${'('.repeat(long)}`) },
  'percent brackets of a date': { 'jail.conf': jailFile('test', `datepattern = ${'%%('.repeat(long / 3)}`) },
  'slashes of an address': { 'jail.conf': jailFile('test', `ignoreip = ${'1.1.1.1/'.repeat(long / 8)}`) },
  'slashes few enough to follow': {
    'jail.conf': jailFile('test', `ignoreip = ${'255.0.0.0/'.repeat(890)}8`),
  },
  'zeros of a log format': {
    'fail2ban.conf': `[Definition]\nlogtarget = STDOUT[format="%%(a)${'0'.repeat(long)}"]\n`,
  },
  'a long formula': { 'jail.conf': jailFile('test', `bantime.formula = ${'1+'.repeat(long / 2)}1`) },
  'a long list of multipliers': {
    'jail.conf': jailFile('test', `bantime.multipliers = ${'1 '.repeat(long / 2)}1`),
  },
  'many constructors': {
    'jail.conf': jailFile('test', 'action = a.py'),
    'action.d/a.py': `class Action:\n${'    def __init__(self, a, b):\n'.repeat(10_000)}`,
  },
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

test.each(Object.entries(cases))('an answer in time for %s', (_, tree) => {
  const before = performance.now();
  expect(['up', 'down', 'nothing']).toContain(predict(tree).verdict);
  expect(performance.now() - before).toBeLessThan(3000);
});
