import badArguments from '../../rules/filter/bad-arguments';
import badDatepattern from '../../rules/filter/bad-datepattern';
import badIgnoreregex from '../../rules/filter/bad-ignoreregex';
import badRegex from '../../rules/filter/bad-regex';
import dateInRegex from '../../rules/filter/date-in-regex';
import modeIgnored from '../../rules/filter/mode-ignored';
import modeUnknown from '../../rules/filter/mode-unknown';
import noDefinition from '../../rules/filter/no-definition';
import noHost from '../../rules/filter/no-host';
import parameterSentAsCommand from '../../rules/filter/parameter-sent-as-command';
import stockReplaced from '../../rules/filter/stock-replaced';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const sound = '[Definition]\nfailregex = ^<HOST>$\n';
/** An enabled jail with the given filter. */
const jail = (name: string, filter: string) => `[${name}]\nenabled = true\nfilter = ${filter}\n`;
const one = { 'jail.local': jail('a', 'x') };
const stops = 'fail2ban will not start';
const form =
  'write NAME[key=value, key="value with , or ]"], with commas between the arguments and nothing behind the ]';

testRule(badArguments, {
  valid: {
    'arguments of any kind': { 'filter.d/x.conf': sound, 'jail.local': jail('a', 'x[mode=y, z="1,2"][p=q]') },
    'a disabled jail': { 'jail.local': '[a]\nfilter = x[mode\n' },
    'an action with malformed arguments, which is another rule': {
      'filter.d/x.conf': sound,
      'jail.local': `${jail('a', 'x')}action = y[z\n`,
    },
  },
  invalid: {
    'a word without a key': {
      tree: {
        'filter.d/x.conf': sound,
        'jail.local': `${jail('a', 'x[⟦aggressive⟧]')}${jail('b', 'x')}`,
      },
      messages: [`the arguments of filter "x[aggressive]" are malformed; [a] is skipped - ${form}`],
      severity: 'error',
    },
    'a bracket that is not closed, in the only jail': {
      tree: { 'jail.local': jail('a', 'x⟦[mode=y⟧') },
      messages: [
        `the arguments of filter "x[mode=y" are malformed; [a] is skipped, and as no other jail is sound ${stops} - ${form}`,
      ],
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = x[mode=y]\n' },
    },
    'in [DEFAULT]': {
      tree: {
        'jail.local': '[DEFAULT]\nfilter = x[mode="y"⟦z⟧]\n[a]\nenabled = true\n[b]\nenabled = true\n',
      },
      messages: [
        `the arguments of filter "x[mode="y"z]" are malformed; 2 jails (a, b) are skipped, and as no other jail is sound ${stops} - ${form}`,
      ],
    },
  },
});

const inTheFile = 'in the file write %%Y for the year and so on, and %%%% for a percent sign';

testRule(badDatepattern, {
  valid: {
    'fields, names of patterns, no pattern': {
      ...one,
      'filter.d/x.conf': `${sound}datepattern = ^%%Y-%%m-%%d\n  {^LN-BEG}%%H:%%M\n  Epoch\n  {NONE}\n`,
    },
    'an empty value': { ...one, 'filter.d/x.conf': `${sound}datepattern =\n` },
    'brackets that are escaped, sets within a date, and numbers of a regex': {
      ...one,
      'filter.d/x.conf': `${sound}datepattern = ^\\[%%d/%%b/%%Y[ T]%%H:%%M:%%S\\]\\s{1,3}[0-9]{2}\n`,
    },
    'dates that need no month or time of their own': {
      ...one,
      'filter.d/x.conf': `${sound}datepattern = ^%%Y %%j %%H:%%M\n`,
      'filter.d/y.conf': `${sound}datepattern = ^<\\d+>{DATE}\n`,
      'filter.d/z.conf': `${sound}datepattern = ^(?P<d>\\d+)[.]%%m %%H:%%M\n`,
    },
    'a pattern without a time beside others, and one that hangs on a parameter': {
      'filter.d/x.conf': `${sound}datepattern = ^%%Y-%%m-%%d %%H:%%M\n  ^%%Y-%%m-%%d\n`,
      'filter.d/y.conf': `${sound}datepattern = ^<form>%%Q\n`,
    },
  },
  invalid: {
    'a letter that is no field': {
      tree: { ...one, 'filter.d/x.conf': `${sound}datepattern = ^%%Y-⟦%%Q⟧\n` },
      messages: [`datepattern "^%Y-%Q" is refused: "%Q" is no part of a date; ${stops} - ${inTheFile}`],
      severity: 'error',
    },
    'the second line, set in the jail': {
      tree: { 'filter.d/x.conf': sound, 'jail.local': `${jail('a', 'x')}datepattern = %%Y\n  %%d/⟦%%i⟧\n` },
      messages: [`datepattern "%d/%i" is refused: "%i" is no part of a date; ${stops} - ${inTheFile}`],
    },
    'a pattern on two lines': {
      tree: { ...one, 'filter.d/x.conf': `${sound}datepattern = ^%%Y\n  ⟦^%%Y⟧\n` },
      messages: [`datepattern "^%Y" stands there twice; ${stops} - remove one of the two lines`],
    },
    'a % at the end': {
      tree: { ...one, 'filter.d/x.conf': `${sound}datepattern = 100⟦%%⟧\n` },
      messages: [`datepattern "100%" is refused: something is missing behind "%"; ${stops} - ${inTheFile}`],
    },
    'brackets that are not escaped': {
      tree: { ...one, 'filter.d/x.conf': `${sound}datepattern = ^⟦[%%d-%%b-%%Y %%H:%%M:%%S]⟧ x\n` },
      messages: [
        'datepattern "^[%d-%b-%Y %H:%M:%S] x" has brackets that are not escaped, and so are a set of characters and no text; the jail finds no failure',
      ],
      severity: 'error',
      fixed: {
        'filter.d/x.conf':
          '[Definition]\nfailregex = ^<HOST>$\ndatepattern = ^\\[%%d-%%b-%%Y %%H:%%M:%%S\\] x\n',
      },
    },
    'a keyword there is none of, a month without a day': {
      tree: {
        'filter.d/x.conf': `${sound}datepattern = ^⟦{TIME}⟧ %%H\n`,
        'jail.local': `${jail('a', 'x')}${jail('b', 'x')}datepattern = ⟦%%b %%H:%%M⟧\n`,
      },
      messages: [
        'datepattern "^{TIME} %H" has {TIME}, which fail2ban does not know; the jail finds no failure',
        'datepattern "%b %H:%M" has a month and no day, and every line with it ends in an error; the jail finds no failure',
      ],
      severity: 'error',
    },
    'parts that are missing': {
      tree: {
        'filter.d/x.conf': `${sound}datepattern = ⟦^%%Y-%%m-%%d⟧\n`,
        'jail.local': `${jail('a', 'x')}${jail('b', 'x')}datepattern = ⟦%%H:%%M⟧\n`,
      },
      messages: [
        'datepattern "^%Y-%m-%d" has no time, so that every line counts as written at midnight',
        'datepattern "%H:%M" has no day and month, so that old lines count as written today',
      ],
      severity: 'warning',
    },
    'a filter no enabled jail uses': {
      tree: {
        'jail.local': '[a]\nfilter = x\n',
        'filter.d/x.conf': `${sound}datepattern = ⟦%%Q⟧\n`,
      },
      messages: [
        `datepattern "%Q" is refused: "%Q" is no part of a date; ${stops} once a jail uses it - ${inTheFile}`,
      ],
      severity: 'warning',
    },
  },
});

testRule(badIgnoreregex, {
  valid: {
    'the usual, empty one': { ...one, 'filter.d/x.conf': `${sound}ignoreregex =\n` },
    'regexes, with and without a host': {
      ...one,
      'filter.d/x.conf': `${sound}ignoreregex = ^<HOST> ok$\n  (?:good|fine)\n`,
    },
    'regexes that ask for something': {
      ...one,
      'filter.d/x.conf': `${sound}ignoreregex = ^.*ok.*$\n  ^$\n  ^.*$(?<=ok)\n  192\\.0\\.2\\.1$\n  ^(?:a|b)?c\n  from 192.0.2.1\n`,
    },
    'a failregex that does not compile, which is another rule': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST> (\n',
    },
  },
  invalid: {
    'a network, in the filter of one jail': {
      tree: {
        'jail.local': `[DEFAULT]\nignoreip = 192.0.2.1\n${jail('a', 'x')}`,
        'filter.d/x.conf': `${sound}ignoreregex = ⟦198.51.100.0/24⟧\n`,
      },
      messages: [expect.stringMatching('is a network and no regex') as unknown as string],
      fixed: {
        'jail.local': `[DEFAULT]\nignoreip = 192.0.2.1\n${jail('a', 'x')}ignoreip = 192.0.2.1 198.51.100.0/24\n`,
        'filter.d/x.conf': `${sound}ignoreregex = \n`,
      },
    },
    'a bracket without a partner': {
      tree: { ...one, 'filter.d/x.conf': `${sound}ignoreregex = ^ok\n  ⟦(⟧good\n` },
      messages: [
        `ignoreregex does not compile: this ( has no ) that closes it: write \\( for a parenthesis; ${stops}`,
      ],
      severity: 'error',
    },
    'set in the jail': {
      tree: { 'filter.d/x.conf': sound, 'jail.local': `${jail('a', 'x')}ignoreregex = ⟦*⟧ok\n` },
      messages: [`ignoreregex does not compile: nothing stands before * that it could repeat; ${stops}`],
    },
    'in a filter of two jails': {
      tree: {
        'filter.d/x.conf': `${sound}ignoreregex = ⟦[⟧a\n`,
        'jail.local': jail('a', 'x') + jail('b', 'x'),
      },
      messages: [
        `ignoreregex does not compile: this [ has no ] that closes it: write \\[ for a bracket (2 jails: a, b); ${stops}`,
      ],
    },
    'networks and addresses': {
      tree: {
        ...one,
        'filter.d/x.conf': `${sound}ignoreregex = ⟦192.168.2.0/24⟧\n  ⟦10.0.0.1 192.168.1.*⟧\n  ⟦192.0.2.1|192.0.2.2⟧\n`,
      },
      messages: [
        'ignoreregex "192.168.2.0/24" is a network and no regex: no line has that text, so that nobody is exempt - networks belong into ignoreip',
        'ignoreregex "10.0.0.1 192.168.1.*" is a network and no regex: no line has that text, so that nobody is exempt - networks belong into ignoreip',
        'ignoreregex "192.0.2.1|192.0.2.2" is an address and no regex: it ignores each line that has it anywhere, in a user name too - addresses belong into ignoreip',
      ],
      severity: 'warning',
    },
    'what matches every line': {
      tree: {
        ...one,
        'filter.d/x.conf': `${sound}ignoreregex = ⟦.*⟧\n  ⟦^.*$⟧\n  ⟦ok|⟧\n  ⟦(?:a)?⟧\n  ⟦.⟧\n  ⟦^.*<HOST>.*$⟧\n`,
      },
      messages: [
        ...['.*', '^.*$', 'ok|', '(?:a)?', '.'].map(
          regex => `ignoreregex "${regex}" matches every line, so that no line is a failure`,
        ),
        'ignoreregex "^.*<HOST>.*$" matches every line with an address, so that no line is a failure',
      ],
      severity: 'error',
    },
    'in a filter no enabled jail uses': {
      tree: { 'filter.d/x.conf': `${sound}ignoreregex = ⟦.*⟧\n  a⟦(⟧\n` },
      messages: [
        'ignoreregex ".*" matches every line, so that no line is a failure',
        `ignoreregex does not compile: this ( has no ) that closes it: write \\( for a parenthesis; ${stops} once a jail uses it`,
      ],
      severity: 'warning',
    },
  },
});

testRule(badRegex, {
  valid: {
    'what only Python knows': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = ^(?P<a>x)?(?(a)y|z)(?P=a) <HOST>(?<!b)$\n',
    },
    'flags at the start of a group, which fail2ban rewrites': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = ^((?i)bad) <HOST>$\n',
    },
    'an ignoreregex and a missing host, which are other rules': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = ^x$\nignoreregex = (\n',
    },
  },
  invalid: {
    'a named group as Perl writes it': {
      tree: { ...one, 'filter.d/x.conf': '[Definition]\nfailregex = ^(⟦?<u⟧ser>\\w+) <HOST>$\n' },
      messages: [expect.stringMatching('^failregex does not compile') as unknown as string],
      fixed: { 'filter.d/x.conf': '[Definition]\nfailregex = ^(?P<user>\\w+) <HOST>$\n' },
    },
    'a bracket in the third line': {
      tree: {
        ...one,
        'filter.d/x.conf': '[Definition]\nfailregex = ^a <HOST>\n  ^b <HOST>\n  ^c ⟦(⟧<HOST>\n',
      },
      messages: [
        `failregex does not compile: this ( has no ) that closes it: write \\( for a parenthesis; ${stops}`,
      ],
      severity: 'error',
    },
    'an included variable': {
      tree: {
        ...one,
        'filter.d/x.conf': '[INCLUDES]\nbefore = common.conf\n[Definition]\nfailregex = %(prefix)s <HOST>\n',
        'filter.d/common.conf': '[DEFAULT]\nprefix = ^[⟦z-a⟧]\n',
      },
      messages: [
        `failregex does not compile: z-a is no range of characters: write \\- for a hyphen; ${stops}`,
      ],
    },
    'a prefregex, told once however many regexes count on it': {
      tree: {
        ...one,
        'filter.d/x.conf': '[Definition]\nprefregex = ^⟦+⟧<F-CONTENT>.*</F-CONTENT>\nfailregex = a\n  b\n',
      },
      messages: [`prefregex does not compile: nothing stands before + that it could repeat; ${stops}`],
    },
    'a tag twice, for several jails': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST> via ⟦<HOST>⟧\n',
        'jail.local': ['a', 'b', 'c', 'd'].map(name => jail(name, 'x')).join(''),
      },
      messages: [
        `failregex does not compile: <HOST> is or contains a second group named "ip4": each name may be used once (4 jails: a, b, c, …); ${stops}`,
      ],
    },
    'a filter no enabled jail uses': {
      tree: {
        'jail.local': '[a]\nfilter = x\n',
        'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST> ok\n  ^<HOST> ⟦(⟧\n',
      },
      messages: [
        `failregex does not compile: this ( has no ) that closes it: write \\( for a parenthesis; ${stops} once a jail uses it`,
      ],
      severity: 'warning',
    },
  },
});

const putHost = 'put <HOST> where the address stands';
const hostless = `this failregex has nothing that says whom to ban; ${stops} - ${putHost}`;

testRule(noHost, {
  valid: {
    'tags of every kind': {
      ...one,
      'filter.d/x.conf':
        '[Definition]\nfailregex = ^<HOST>\n  ^<ADDR>\n  ^<SUBNET>\n  ^<IP4>\n  ^<IP6>\n  ^<DNS>\n  ^<F-ID>x</F-ID>\n  ^(?P<ip4>x)\n',
    },
    'in the prefregex': {
      ...one,
      'filter.d/x.conf': '[Definition]\nprefregex = ^<HOST> <F-CONTENT>.*</F-CONTENT>$\nfailregex = bad\n',
    },
    'through a variable and a parameter': {
      'filter.d/x.conf': '[Definition]\nwho = <HOST>\nfailregex = ^<who> <more>\n',
      'jail.local': jail('a', 'x[more=!]'),
    },
    'ignoreregex, and unused filters that wait for a parameter or only serve others': {
      'filter.d/x.conf': `${sound}ignoreregex = ^x\n`,
      'filter.d/y.conf': '[Definition]\nfailregex = ^x <whom>\n',
      'filter.d/common.local': '[DEFAULT]\n_daemon = x\n',
      'jail.local': `${jail('a', 'x')}[b]\nfilter = y\n`,
    },
    'an unused filter whose prefregex has the host, and a packaged one': {
      'filter.d/y.conf': '[Definition]\nprefregex = ^<ADDR> <F-CONTENT>.+</F-CONTENT>$\nfailregex = ^x\n',
      'filter.d/sshd.conf': '[Definition]\nfailregex =\n',
    },
  },
  invalid: {
    'one of two lines': {
      tree: {
        ...one,
        'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST> bad\n  ⟦^certificate required$⟧\n',
      },
      messages: [hostless],
      severity: 'error',
    },
    'tags that are none': {
      tree: {
        ...one,
        'filter.d/x.conf': '[Definition]\nfailregex = ⟦^<IP>⟧\n  ⟦^<host>⟧\n  ⟦^(?P<host>x)⟧\n',
      },
      messages: [hostless, hostless, hostless],
      fixed: { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>\n  ^<HOST>\n  ^<HOST>\n' },
    },
    'set in the jail': {
      tree: { 'filter.d/x.conf': sound, 'jail.local': `${jail('a', 'x')}failregex = ⟦^bad login$⟧\n` },
      messages: [hostless],
    },
    'for two jails': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = ⟦^bad⟧\n',
        'jail.local': jail('a', 'x') + jail('b', 'x'),
      },
      messages: [`this failregex has nothing that says whom to ban (2 jails: a, b); ${stops} - ${putHost}`],
    },
    'a filter no enabled jail uses': {
      tree: { 'filter.d/y.conf': '[Definition]\nfailregex = ^a <HOST>\n  ⟦^x from <host>$⟧\n' },
      messages: [
        `this failregex has nothing that says whom to ban; ${stops} once a jail uses it - put <HOST> where the address stands`,
      ],
      severity: 'warning',
      fixed: { 'filter.d/y.conf': '[Definition]\nfailregex = ^a <HOST>\n  ^x from <HOST>$\n' },
    },
  },
});

const unread = (name: string) =>
  `filter.d/${name} has no section [Definition], so that nothing in it is read: [a] never finds a failure`;

testRule(noDefinition, {
  valid: {
    'a section in a .local alone': {
      ...one,
      'filter.d/x.conf': '[Init]\nmode = x\n',
      'filter.d/x.local': sound,
    },
    'a regex in the jail, or as a parameter': {
      'filter.d/x.conf': '[Init]\nmode = x\n',
      'filter.d/y.conf': '[Init]\nfailregex = ^<HOST>$\n',
      'jail.local': `${jail('a', 'x')}failregex = ^<HOST>$\n${jail('b', 'y')}`,
    },
    'a section in other letters, and a file that cannot be parsed': {
      'filter.d/x.conf': '[definition]\nfailregex = ^<HOST>$\n',
      'filter.d/y.conf': '[Filter]\n<<<<<<< ours\n',
      'jail.local': jail('a', 'x') + jail('b', 'y'),
    },
    'regexes below another name, which another rule reports': {
      ...one,
      'filter.d/x.conf': '[Filter]\nfailregex = ^<HOST>$\n',
    },
    'a filter no enabled jail uses': { 'filter.d/x.conf': '[Init]\n', 'jail.local': '[a]\nfilter = x\n' },
  },
  invalid: {
    'another section': {
      tree: { ...one, 'filter.d/x.conf': '[Init]\nmode = x\n' },
      messages: [unread('x.conf')],
      places: ['filter.d/x.conf:1:1-1:1'],
      severity: 'error',
    },
    'an empty file, of two jails': {
      tree: { 'filter.d/x.conf': '', 'jail.local': jail('a', 'x') + jail('b', 'x[mode=y]') },
      messages: [unread('x.conf')],
      places: ['filter.d/x.conf:1:1-1:1'],
    },
    'neither in the .conf nor in the .local': {
      tree: {
        ...one,
        'filter.d/x.conf': '# nothing\n',
        'filter.d/x.local': '[DEFAULT]\nmode = x\n',
      },
      messages: [unread('x.local')],
      places: ['filter.d/x.local:1:1-1:1'],
    },
  },
});

test('0.11 does not start without [Definition]', () => {
  const files = { ...one, 'filter.d/x.conf': '[Filter]\nfailregex = ^<HOST>$\n' };
  expect(lintEntries(noDefinition, files, '0.11.2')).toEqual([
    'jail.local:1:1 error the filter has no section [Definition], and fail2ban 0.11 fails on what it lacks then; fail2ban will not start - put [Definition] above the options of the filter',
  ]);
});

const mistaken = (name: string, jails = '') =>
  `a parameter of the filter is named "${name}", which fail2ban before 1.1.1 takes for a part of "datepattern" and sends as a command that doesn't exist${jails}; ${stops} - give the parameter another name`;

testRule(parameterSentAsCommand, {
  valid: {
    'names that are no part of the word': {
      'filter.d/x.conf': `${sound}the_date = x\ndates = y\n`,
      'jail.local': jail('a', 'x[dated=1, time=2]'),
    },
    'the option itself, and a variable of the filter': {
      ...one,
      'filter.d/x.conf': `${sound}datepattern = ^%%Y\ndate = x\n`,
    },
    'a filter no enabled jail uses': {
      'filter.d/x.conf': `${sound}date = x\n`,
      'jail.local': '[a]\nfilter = x\n',
    },
  },
  invalid: {
    'passed by a jail': {
      tree: { 'filter.d/x.conf': sound, 'jail.local': jail('a', 'x[date=⟦today⟧]') },
      messages: [mistaken('date')],
      severity: 'error',
    },
    'in [Init]': {
      tree: { ...one, 'filter.d/x.conf': `${sound}[Init]\nat = ⟦5⟧\n` },
      messages: [mistaken('at')],
    },
    'in [Init], for two jails': {
      tree: {
        'filter.d/x.conf': `${sound}[Init]\npattern = ⟦abc⟧\n`,
        'jail.local': jail('a', 'x') + jail('b', 'x'),
      },
      messages: [mistaken('pattern', ' (2 jails: a, b)')],
    },
  },
});

test('1.1.1 asks for the whole word', () => {
  const files = { 'filter.d/x.conf': sound, 'jail.local': jail('a', 'x[date=today]') };
  expect(lintEntries(parameterSentAsCommand, files, '1.1.1')).toEqual([]);
});

const begins = (date: string, option = 'failregex') =>
  `${option} begins with the time stamp "${date}", which fail2ban removes from the line before it looks: it never matches`;

testRule(dateInRegex, {
  valid: {
    'addresses, brackets that are left over, anything before': {
      ...one,
      'filter.d/x.conf':
        '[Definition]\nfailregex = ^\\d+\\.\\d+\\.\\d+\\.\\d+ <HOST>\n  ^\\[\\] <HOST>\n  ^\\[[^\\]]*\\] <HOST>\n  ^\\S+ \\S+ <HOST>\n  ^<HOST> \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\n',
    },
    'no anchor': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} <HOST>\n',
    },
    'a date that may be missing': {
      ...one,
      'filter.d/x.conf': '[Definition]\nfailregex = ^(?:\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} )?<HOST>\n',
    },
    'a line that is left as it is, and a date elsewhere': {
      'filter.d/x.conf':
        '[Definition]\nfailregex = ^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} <HOST>\ndatepattern = {NONE}\n',
      'filter.d/y.conf':
        '[Definition]\nfailregex = ^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} <HOST>\ndatepattern = received=%%Y-%%m-%%d %%H:%%M:%%S\n',
      'jail.local': jail('a', 'x') + jail('b', 'y'),
    },
    'what fail2ban takes for no date': {
      ...one,
      'filter.d/x.conf':
        '[Definition]\nfailregex = ^\\d{4}-\\d{2}-\\d{2} <HOST>\n  ^\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}:\\d{2} <HOST>\n',
    },
  },
  invalid: {
    'in the usual forms': {
      tree: {
        ...one,
        'filter.d/x.conf':
          '[Definition]\nfailregex = ^⟦\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}⟧ <HOST>\n  ^\\[⟦\\d+/\\w+/\\d+:\\d+:\\d+:\\d+⟧ [^\\]]*\\] <HOST>\n  ^\\s*⟦[A-Z][a-z]{2}\\s+\\d{1,2}\\s+\\d{2}:\\d{2}:\\d{2}⟧ <HOST>\n  ^⟦(?:Jan|Feb) \\d+ \\d\\d:\\d\\d:\\d\\d⟧ <HOST>\n  ^(⟦20\\d\\d/\\d\\d/\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d⟧) <HOST>\n',
      },
      messages: [
        begins('\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}'),
        begins('\\d+/\\w+/\\d+:\\d+:\\d+:\\d+'),
        begins('[A-Z][a-z]{2}\\s+\\d{1,2}\\s+\\d{2}:\\d{2}:\\d{2}'),
        begins('(?:Jan|Feb) \\d+ \\d\\d:\\d\\d:\\d\\d'),
        begins('20\\d\\d/\\d\\d/\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d'),
      ],
      severity: 'warning',
      fixed: {
        'filter.d/x.conf':
          '[Definition]\nfailregex = ^ <HOST>\n  ^\\[\\d+/\\w+/\\d+:\\d+:\\d+:\\d+ [^\\]]*\\] <HOST>\n  ^\\s* <HOST>\n  ^ <HOST>\n  ^(20\\d\\d/\\d\\d/\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d) <HOST>\n',
      },
    },
    'a prefregex, with a pattern for the beginning of the line': {
      tree: {
        ...one,
        'filter.d/x.conf':
          '[Definition]\nprefregex = ^⟦\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}⟧ <F-CONTENT>.+</F-CONTENT>$\nfailregex = ^<HOST>\ndatepattern = ^%%Y-%%m-%%dT%%H:%%M:%%S\n',
      },
      messages: [begins('\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}', 'prefregex')],
      fixed: {
        'filter.d/x.conf':
          '[Definition]\nprefregex = ^ <F-CONTENT>.+</F-CONTENT>$\nfailregex = ^<HOST>\ndatepattern = ^%%Y-%%m-%%dT%%H:%%M:%%S\n',
      },
    },
    'in a jail, and in a filter no jail uses': {
      tree: {
        'filter.d/x.conf': sound,
        'filter.d/y.conf': '[Definition]\nfailregex = ^⟦\\d+-\\d+-\\d+ \\d+:\\d+:\\d+⟧ <HOST>\n',
        'jail.local': `${jail('a', 'x')}failregex = ^⟦\\d+-\\d+-\\d+ \\d+:\\d+:\\d+⟧ <HOST>\n`,
      },
      messages: [begins('\\d+-\\d+-\\d+ \\d+:\\d+:\\d+'), begins('\\d+-\\d+-\\d+ \\d+:\\d+:\\d+')],
      severity: 'warning',
      fixed: {
        'filter.d/y.conf': '[Definition]\nfailregex = ^ <HOST>\n',
        'jail.local': '[a]\nenabled = true\nfilter = x\nfailregex = ^ <HOST>\n',
      },
    },
  },
});

const withModes =
  '[Definition]\nmode = normal\nmdre-normal = ^a <HOST>$\nmdre-extra = ^b <HOST>$\nfailregex = <mdre-<mode>>\n';
const ignored = (filter: string, own = 'normal') =>
  `mode = extra in [a] is ignored, because filter = ${filter} does not pass it on with [mode=%(mode)s]: the filter runs in its mode "${own}"`;

testRule(modeIgnored, {
  valid: {
    'a mode that is passed on': {
      'filter.d/x.conf': withModes,
      'jail.local': `[DEFAULT]\nfilter = x[mode=%(mode)s]\n[a]\nenabled = true\nmode = extra\n${jail('b', 'x[mode=extra]')}mode = normal\n`,
    },
    'the mode the filter has anyway': {
      'filter.d/x.conf': withModes,
      'jail.local': `${jail('a', 'x')}mode = normal\n`,
    },
    'a filter without modes': { 'filter.d/x.conf': sound, 'jail.local': `${jail('a', 'x')}mode = extra\n` },
    'a mode for all jails': {
      'filter.d/x.conf': withModes,
      'jail.local': `[DEFAULT]\nmode = extra\n${jail('a', 'x')}`,
    },
    'a disabled jail': { 'filter.d/x.conf': withModes, 'jail.local': '[a]\nfilter = x\nmode = extra\n' },
  },
  invalid: {
    'a filter line without it': {
      tree: { 'filter.d/x.conf': withModes, 'jail.local': `${jail('a', 'x')}⟦mode = extra⟧\n` },
      messages: [ignored('x')],
      severity: 'warning',
      related: ['jail.local:3:1'],
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = x[mode=%(mode)s]\nmode = extra\n' },
    },
    'other parameters': {
      tree: {
        'filter.d/x.conf': withModes,
        'jail.local': `${jail('a', 'x[logtype=file]')}⟦mode = extra⟧\n`,
      },
      messages: [ignored('x[logtype=file]')],
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = x[logtype=file, mode=%(mode)s]\nmode = extra\n' },
    },
    'the filter line of another file': {
      tree: {
        'filter.d/x.conf': withModes.replace('mode = normal', '').concat('[Init]\nmode = normal\n'),
        'jail.d/a.conf': jail('a', 'x'),
        'jail.local': '[a]\n⟦mode = extra⟧\n',
      },
      messages: [ignored('x')],
      related: ['jail.d/a.conf:3:1'],
      fixed: { 'jail.d/a.conf': '[a]\nenabled = true\nfilter = x[mode=%(mode)s]\n' },
    },
  },
});

const withPrefix = `${withModes}prefregex = ^<F-MLFID>x</F-MLFID> <F-CONTENT>.+</F-CONTENT>$\n`;

testRule(modeUnknown, {
  valid: {
    'modes the filter has': {
      'filter.d/x.conf': withModes,
      'jail.local': jail('a', 'x') + jail('b', 'x[mode=extra]'),
    },
    'a mode of your own in the .local file': {
      'filter.d/x.conf': withModes,
      'filter.d/x.local': '[Definition]\nmdre-mine = ^c <HOST>$\n',
      'jail.local': jail('a', 'x[mode=mine]'),
    },
    'a filter without modes': { 'filter.d/x.conf': sound, 'jail.local': jail('a', 'x[mode=any]') },
    'a disabled jail': { 'filter.d/x.conf': withModes, 'jail.local': '[a]\nfilter = x[mode=any]\n' },
  },
  invalid: {
    'a filter that loads without it': {
      tree: {
        'filter.d/x.conf': withPrefix,
        'jail.local': '[DEFAULT]\nfilter = x[mode=%(mode)s]\n[a]\nenabled = true\nmode = ⟦exrta⟧\n',
      },
      messages: [
        'the filter has no mode "exrta", so that [a] runs without the rules of that mode - did you mean extra?',
      ],
      severity: 'warning',
      fixed: { 'jail.local': '[DEFAULT]\nfilter = x[mode=%(mode)s]\n[a]\nenabled = true\nmode = extra\n' },
    },
    'a filter that does not': {
      tree: { 'filter.d/x.conf': withModes, 'jail.local': jail('a', 'x[mode=⟦strict⟧]') },
      messages: [
        `the filter has no mode "strict", so that this failregex has nothing that says whom to ban; ${stops} - one of normal, extra`,
      ],
      severity: 'error',
    },
    'a tag within a regex': {
      tree: {
        'filter.d/x.conf':
          '[Definition]\nmode = normal\nword-normal = a\nword-extra = b\nfailregex = ^<word-<mode>> <HOST>$\n',
        'jail.local': `${jail('a', 'x[mode=⟦extr⟧]')}`,
      },
      messages: [
        'the filter has no mode "extr", so that [a] runs without the rules of that mode - did you mean extra?',
      ],
      severity: 'warning',
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = x[mode=extra]\n' },
    },
  },
});

const vsftpd = { 'filter.d/vsftpd.conf': '[Definition]\nfailregex = ^a <HOST>$\n            ^b <HOST>$\n' };
const replaces = (file: string, end = '') =>
  `failregex in ${file} replaces the 2 rules of filter vsftpd instead of adding to them: what those find is no longer a failure${end}`;

testRule(stockReplaced, {
  valid: {
    'the list of the filter and one more': {
      ...vsftpd,
      'filter.d/vsftpd.local': '[Definition]\nfailregex = %(known/failregex)s\n  ^c <HOST>$\n',
      'jail.local': `${jail('a', 'vsftpd')}failregex = %(known/failregex)s\n  ^d <HOST>$\n`,
    },
    'a copy with changes, and a rewrite': {
      ...vsftpd,
      'filter.d/vsftpd.local': '[Definition]\nfailregex = ^a <HOST>$\n',
      'jail.local': `${jail('a', 'vsftpd')}failregex = ^d <HOST>$\n  ^e <HOST>$\n`,
    },
    'a filter of your own': {
      'filter.d/mine.conf': vsftpd['filter.d/vsftpd.conf'],
      'filter.d/mine.local': '[Definition]\nfailregex = ^c <HOST>$\n',
      'jail.local': jail('a', 'mine'),
    },
    'other options': { ...vsftpd, 'filter.d/vsftpd.local': '[Definition]\nignoreregex = ^c\n' },
    'where a comment says so': {
      ...vsftpd,
      'filter.d/vsftpd.local': '# Replace all of them by ours\n[Definition]\nfailregex = ^c <HOST>$\n',
    },
  },
  invalid: {
    'in a jail': {
      tree: { ...vsftpd, 'jail.local': `${jail('a', 'vsftpd')}⟦failregex = ^c <HOST>$⟧\n` },
      messages: [replaces('jail.local')],
      severity: 'warning',
      related: ['filter.d/vsftpd.conf:2:1'],
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = vsftpd\nfailregex = %(known/failregex)s\n            ^c <HOST>$\n',
      },
    },
    'in a .local file': {
      tree: {
        ...vsftpd,
        'filter.d/vsftpd.local': '[Definition]\n⟦failregex =⟧\n  ^c <HOST>$\n',
        'jail.local': jail('a', 'vsftpd') + jail('b', 'vsftpd'),
      },
      messages: [replaces('filter.d/vsftpd.local')],
      fixed: { 'filter.d/vsftpd.local': '[Definition]\nfailregex =\n  %(known/failregex)s\n  ^c <HOST>$\n' },
    },
    'in a .local file no jail uses': {
      tree: { ...vsftpd, 'filter.d/vsftpd.local': '[Definition]\n⟦failregex = ^c <HOST>$⟧\n' },
      messages: [replaces('filter.d/vsftpd.local', ' once a jail uses it')],
      severity: 'warning',
      fixed: {
        'filter.d/vsftpd.local': '[Definition]\nfailregex = %(known/failregex)s\n            ^c <HOST>$\n',
      },
    },
    'in a disabled jail': {
      tree: { ...vsftpd, 'jail.local': '[a]\nfilter = vsftpd\n⟦failregex = ^c <HOST>$⟧\n' },
      messages: [replaces('jail.local', ' once a jail that uses it is enabled')],
      severity: 'info',
      fixed: {
        'jail.local': '[a]\nfilter = vsftpd\nfailregex = %(known/failregex)s\n            ^c <HOST>$\n',
      },
    },
  },
});
