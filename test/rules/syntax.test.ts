import noHost from '../../rules/filter/no-host';
import continuationNotIndented from '../../rules/syntax/continuation-not-indented';
import duplicateOption from '../../rules/syntax/duplicate-option';
import duplicateSection from '../../rules/syntax/duplicate-section';
import encoding from '../../rules/syntax/encoding';
import indentedOption from '../../rules/syntax/indented-option';
import inlineComment from '../../rules/syntax/inline-comment';
import parseError from '../../rules/syntax/parse-error';
import percentNotEscaped from '../../rules/syntax/percent-not-escaped';
import sectionCase from '../../rules/syntax/section-case';
import semicolonCutsValue from '../../rules/syntax/semicolon-cuts-value';
import tagLoop from '../../rules/syntax/tag-loop';
import undefinedInterpolation from '../../rules/syntax/undefined-interpolation';
import { decode } from '../../src/files/decode';
import { processorTime } from '../processor-time';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

testRule(duplicateOption, {
  valid: {
    'the same option in two files': {
      'jail.conf': '[a]\nport = 1\n',
      'jail.local': '[a]\nport = 2\n',
    },
    'the same option in two sections': { 'jail.local': '[a]\nport = 1\n[b]\nport = 2\n' },
    'a section that stands twice': { 'jail.local': '[a]\nport = 1\n[a]\nport = 2\n' },
    'a conditional section': { 'action.d/x.conf': '[Init]\nset = a\n[Init?family=inet6]\nset = b\n' },
  },
  invalid: {
    'another letter case': {
      tree: { 'jail.local': '[a]\nmaxretry = 3\n⟦MaxRetry⟧ = 5\n' },
      fixed: { 'jail.local': '[a]\nMaxRetry = 5\n' },
      messages: ['"maxretry" is set twice in [a] of jail.local; fail2ban will not start'],
      severity: 'error',
      related: ['jail.local:2:1'],
    },
    'across [DEFAULT] blocks': {
      tree: { 'jail.d/x.conf': '[DEFAULT]\nport = 1\n[a]\nport = 2\n[DEFAULT]\n⟦port⟧ = 3\n' },
      fixed: { 'jail.d/x.conf': '[DEFAULT]\n[a]\nport = 2\n[DEFAULT]\nport = 3\n' },
      messages: ['"port" is set twice in [DEFAULT] of jail.d/x.conf; fail2ban will not start'],
    },
    'in an action no jail uses': {
      tree: { 'action.d/x.conf': '[Definition]\nactionban = a\n⟦actionban⟧ = b\n' },
      fixed: { 'action.d/x.conf': '[Definition]\nactionban = a\n            b\n' },
      messages: [
        '"actionban" is set twice in [Definition] of action.d/x.conf; fail2ban will not start once a jail uses it',
      ],
      severity: 'warning',
    },
  },
});

const stops = 'fail2ban will not start';

testRule(duplicateSection, {
  valid: {
    'the same section in two files': { 'jail.conf': '[a]\nport = 1\n', 'jail.local': '[a]\nport = 2\n' },
    '[DEFAULT] as often as you like': { 'jail.local': '[DEFAULT]\na = 1\n[DEFAULT]\nb = 1\n[DEFAULT]\n' },
    'another letter case': { 'jail.local': '[a]\nport = 1\n[A]\nport = 2\n' },
    'conditional sections': { 'action.d/x.conf': '[Init]\na = 1\n[Init?family=inet6]\na = 2\n' },
    'a swallowed header': { 'jail.local': '[a]\nport = 1\n [a]\n' },
  },
  invalid: {
    'three times': {
      tree: { 'jail.local': '[a]\n[b]\n⟦[a]⟧ # web\nport = 1\n⟦[a]⟧\n' },
      fixed: { 'jail.local': '[a]\nport = 1\n[b]\n' },
      messages: [
        `section [a] appears twice in jail.local; ${stops}`,
        `section [a] appears twice in jail.local; ${stops}`,
      ],
      severity: 'error',
      related: ['jail.local:1:1'],
    },
    'in a filter that a jail uses': {
      tree: {
        'jail.local': '[a]\nenabled = true\nfilter = x\n',
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\n⟦[Definition]⟧\n',
      },
      messages: [`section [Definition] appears twice in filter.d/x.conf; ${stops}`],
      severity: 'error',
    },
    'in a filter no jail uses': {
      tree: { 'filter.d/x.conf': '[INCLUDES]\n⟦[INCLUDES]⟧\n' },
      fixed: { 'filter.d/x.conf': '[INCLUDES]\n' },
      messages: [`section [INCLUDES] appears twice in filter.d/x.conf; ${stops} once a jail uses it`],
      severity: 'warning',
    },
  },
});

testRule(parseError, {
  valid: {
    'colons, empty values, comments and blank lines': {
      'jail.local': '\n; a\n# b\n[DEFAULT]\nport: 22\nfindtime =\nbantime:\n\n   1h\n',
    },
    'files nobody reads': { 'jail.d/x.conf.bak': 'rubbish\n', 'jail.d/README': 'rubbish\n' },
    'a header with something behind it': { 'jail.local': '[a] rubbish\nport = 1\n' },
    'duplicates, which have rules of their own': { 'jail.local': '[a]\n[a]\nx = 1\nx = 1\n' },
  },
  invalid: {
    'conflict markers': {
      tree: {
        'jail.local':
          '[a]\n⟦<<<<<<< HEAD⟧\nport = 1\n⟦|||||||⟧\n⟦=======⟧\nbantime = 2\n⟦>>>>>>> feature⟧\n[b]\n<<<<<<< a=b\n',
      },
      fixed: { 'jail.local': '[a]\nport = 1\n[b]\n<<<<<<< a=b\n' },
      messages: ['<<<<<<< HEAD', '|||||||', '=======', '>>>>>>> feature'].map(
        marker =>
          `jail.local cannot be parsed: "${marker}" is a conflict marker that a merge left behind; ${stops}`,
      ),
      severity: 'error',
    },
    'before the first section': {
      tree: { 'jail.d/a.conf': '# a\n⟦before=x.conf⟧\nmore = x\n[a]\n' },
      fixed: { 'jail.d/a.conf': '# a\n[DEFAULT]\nbefore=x.conf\nmore = x\n[a]\n' },
      messages: [
        `jail.d/a.conf cannot be parsed: "before=x.conf" is text before the first [section]; ${stops}`,
      ],
    },
    'a byte order mark': {
      tree: { 'fail2ban.local': '⟦\ufeff⟧[DEFAULT]\nloglevel = INFO\n' },
      fixed: { 'fail2ban.local': '[DEFAULT]\nloglevel = INFO\n' },
      messages: [`fail2ban.local cannot be parsed: the file starts with a byte order mark; ${stops}`],
    },
    'a word alone, and an option without its delimiter': {
      tree: { 'jail.local': '[a]\nlogpath = /a.log\n/b.log\n⟦port 22⟧\nport = 1\n⟦enabled⟧\n' },
      fixed: { 'jail.local': '[a]\nlogpath = /a.log\n/b.log\nport = 22\nport = 1\n# enabled\n' },
      messages: [
        `jail.local cannot be parsed: "port 22" is a line that is neither a comment, a [section] nor "option = value"; ${stops}`,
        `jail.local cannot be parsed: "enabled" is a line that is neither a comment, a [section] nor "option = value"; ${stops}`,
      ],
    },
    'no name, and no closing bracket': {
      tree: { 'jail.local': '[a]\n⟦= true⟧\n⟦[b⟧\n⟦[]⟧\n' },
      fixed: { 'jail.local': '[a]\n# = true\n[b]\n# []\n' },
      messages: [
        `jail.local cannot be parsed: "= true" is an option without a name; ${stops}`,
        `jail.local cannot be parsed: "[b" is no [section], its brackets are not complete; ${stops}`,
        `jail.local cannot be parsed: "[]" is no [section], its brackets are not complete; ${stops}`,
      ],
    },
    'in an include, and in an action no jail uses': {
      tree: {
        'action.d/x.conf': '[Definition]\n⟦rubbish⟧\n',
        'common.inc': '⟦rubbish⟧\n',
        'jail.local': '[INCLUDES]\nbefore = common.inc\n',
      },
      messages: [
        `action.d/x.conf cannot be parsed: "rubbish" is a line that is neither a comment, a [section] nor "option = value"; ${stops} once a jail uses it`,
        `common.inc cannot be parsed: "rubbish" is text before the first [section]; ${stops}`,
      ],
    },
  },
});

test('a bad byte hides the mistakes Python would collect, not those at which it stops', () => {
  const bytes = (text: string) => decode(Buffer.concat([Buffer.from(text), Buffer.from([0xfc, 0x0a])]));
  const long = `# ${'x'.repeat(9000)}\n`;
  expect(lintEntries(parseError, { 'jail.local': bytes(`[a]\nrubbish\n${long}`) })).toEqual([]);
  expect(lintEntries(parseError, { 'jail.local': bytes(`rubbish\n${long}`) })).toHaveLength(1);
});

const jail = '[a]\nenabled = true\nfilter =\n';

testRule(percentNotEscaped, {
  valid: {
    'written twice': { 'jail.local': `${jail}failregex = ^%%d <HOST>$\n` },
    'references, known or not': { 'jail.local': `${jail}failregex = %(__name__)s <HOST> %(nosuch)s\n` },
    'in an option nobody reads': { 'jail.local': `${jail}note = 100 %\n` },
    'in a helper of an action, which a tag may never ask for': {
      'action.d/x.conf': '[Definition]\nnote = %s\nactionban = a\n',
    },
    'in a file nobody reads': { 'filter.d/x.conf.bak': '[Definition]\nfailregex = %s\n' },
    'in a packaged jail that is disabled': { 'jail.conf': '[a]\nfailregex = %s\n' },
  },
  invalid: {
    'in a jail, through a variable of all jails': {
      tree: {
        'jail.d/a.conf': '[DEFAULT]\nlog = /var/log/⟦%⟧Y/a.log\n',
        'jail.local': `${jail}logpath = %(log)s\n[b]\nenabled = true\nfilter =\nlogpath = %(log)s\n`,
      },
      fixed: { 'jail.d/a.conf': '[DEFAULT]\nlog = /var/log/%%Y/a.log\n' },
      messages: [`"%" in "log" must be written "%%"; ${stops}`],
      severity: 'error',
      related: ['jail.local:4:1'],
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nfilter =\nfailregex = ^\\d+⟦%⟧ <HOST>$\n' },
      messages: [`"%" in "failregex" must be written "%%"; ${stops} once a jail that uses it is enabled`],
      severity: 'info',
    },
    'an option that is read of disabled jails as well': {
      tree: { 'jail.local': '[a]\nbackend = ⟦%⟧\n' },
      messages: [`"%" in "backend" must be written "%%"; ${stops}`],
      severity: 'error',
    },
    'references that are not complete': {
      tree: {
        'jail.local': `${jail}logpath = ⟦%(⟧sshd_log)\n`,
        'filter.d/x.conf': '[Definition]\nfailregex = a\n            b ⟦%(⟧\n',
        'action.d/x.conf': '[Definition]\nactionban = ⟦%(⟧ip\n',
      },
      fixed: { 'filter.d/x.conf': '[Definition]\nfailregex = a\n            b %%(\n' },
      messages: [
        `"%(ip" in "actionban" is no complete reference, which ends in ")s"; ${stops} once a jail uses it`,
        `"%(" in "failregex" must be written "%%("; ${stops} once a jail uses it`,
        `"%(sshd_log)" in "logpath" is no complete reference, which ends in ")s"; ${stops}`,
      ],
    },
    'in a command of an action a jail uses, and in the fail2ban family': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = date +⟦%⟧s\n',
        'fail2ban.local': '[Definition]\nlogtarget = /var/log/⟦%⟧H.log\n',
        'jail.local': `${jail}action = x\n`,
      },
      messages: [
        `"%" in "actionban" must be written "%%"; ${stops}`,
        `"%" in "logtarget" must be written "%%"; ${stops}`,
      ],
      severity: 'error',
    },
  },
});

testRule(undefinedInterpolation, {
  valid: {
    'names of the section, of [DEFAULT], of an include and of fail2ban itself': {
      'jail.local': `[INCLUDES]\nbefore = paths.conf\n[DEFAULT]\none = 1\n${jail}two = 2\nlogpath = /%(one)s/%(two)s/%(three)s/%(__name__)s/%(fail2ban_version)s\n`,
      'paths.conf': '[DEFAULT]\nthree = 3\n',
    },
    'what an earlier file set': {
      'jail.conf': '[a]\nignoreip = ::1\n',
      'jail.local': `${jail}ignoreip = %(known/ignoreip)s 127.0.0.1\n`,
    },
    'what nobody reads': {
      'jail.local': `${jail}note = %(nosuch)s\n`,
      'jail.conf': '[b]\naction = %(nosuch)s\n',
    },
    'names a jail may pass to a filter no jail uses': {
      'filter.d/x.conf': '[Definition]\nfailregex = %(nosuch)s <HOST>\n',
    },
    'regexes of the filter in a disabled jail': {
      'jail.local': '[b]\nfailregex = %(known/failregex)s\n',
    },
  },
  invalid: {
    'once for all jails that inherit it': {
      tree: {
        'jail.local':
          '[DEFAULT]\nignorecommand = ⟦%(botcheck)s⟧ <ip>\nbotchek = /usr/bin/true\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n',
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nignorecommand = %(botchek)s <ip>\nbotchek = /usr/bin/true\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n',
      },
      messages: [
        `%(botcheck)s in "ignorecommand" cannot be resolved (nothing sets it; did you mean %(botchek)s?); ${stops}`,
      ],
      severity: 'error',
      related: [],
    },
    'in a variable that a jail asks for': {
      tree: {
        'jail.d/10.conf': '[DEFAULT]\nbots = ⟦%(ignorecommands_dir)s⟧/bot <ip>\n',
        'jail.local': `${jail}ignorecommand = %(bots)s\n`,
      },
      fixed: {
        'jail.d/10.conf': '[DEFAULT]\nbots = %(fail2ban_confpath)s/filter.d/ignorecommands/bot <ip>\n',
      },
      messages: [`%(ignorecommands_dir)s in "bots" cannot be resolved (nothing sets it); ${stops}`],
      related: ['jail.local:4:1'],
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\naction = ⟦%(action_nosuch)s⟧\n[b]\nenabled = ⟦%(nosuch)s⟧\n' },
      messages: [
        `%(action_nosuch)s in "action" cannot be resolved (nothing sets it); ${stops} once a jail that uses it is enabled`,
        `%(nosuch)s in "enabled" cannot be resolved (nothing sets it); ${stops}`,
      ],
    },
    'itself, a circle, and too deep': {
      tree: {
        'jail.local': `${jail}bantime = ⟦%(bantime)s⟧\nport = ⟦%(ports)s⟧\nports = %(port)s\nfindtime = %(port)s\nignoreip = ⟦%(known/ignoreip)s⟧ ::1\n`,
      },
      messages: [
        `%(bantime)s in "bantime" cannot be resolved (the value refers to itself); ${stops}`,
        `%(ports)s in "port" cannot be resolved (references go round in a circle, or more than ten deep); ${stops}`,
        `%(known/ignoreip)s in "ignoreip" cannot be resolved (nothing sets it); ${stops}`,
      ],
    },
    'known/ in [DEFAULT], and a capital letter behind a slash': {
      tree: {
        'jail.conf': '[DEFAULT]\nignoreip = ::1\n',
        'jail.local': `[DEFAULT]\nignoreip = ⟦%(known/ignoreip)s⟧ 127.0.0.1\n${jail}bantime = ⟦%(DEFAULT/findtime)s⟧\n`,
      },
      messages: [
        `%(known/ignoreip)s in "ignoreip" cannot be resolved (it leads back to this value: known/ finds what the file before set, and nothing in [DEFAULT]); ${stops}`,
        `%(DEFAULT/findtime)s in "bantime" cannot be resolved (a name with a slash is only found in lower case); ${stops}`,
      ],
    },
    'in a filter and an action without their include': {
      tree: {
        'filter.d/common.conf': '[DEFAULT]\n__prefix_line = \\S+\n',
        'filter.d/x.conf': '[Definition]\nfailregex = a\n            ^⟦%(__prefix_line)s⟧ <HOST>\n',
        'action.d/y.conf': '[Definition]\nactionban = a\n[Init]\nport = ⟦%(prot)s⟧\nprotocol = tcp\n',
        'jail.local': '[a]\nenabled = true\nfilter = x\naction = y\n',
      },
      fixed: {
        'filter.d/x.conf':
          '[INCLUDES]\nbefore = common.conf\n\n[Definition]\nfailregex = a\n            ^%(__prefix_line)s <HOST>\n',
      },
      messages: [
        `%(prot)s in "port" cannot be resolved (nothing sets it; did you mean %(port)s?); ${stops}`,
        `%(__prefix_line)s in "failregex" cannot be resolved (only filter.d/common.conf sets it, which is not included); ${stops}`,
      ],
    },
    'a number of the filter, in an include name, and a value without end': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = 3\n',
        'jail.local': `[INCLUDES]\nbefore = ⟦%(nosuch)s⟧\n[DEFAULT]\n${laughs('ha! ')}[a]\nenabled = true\nfilter = x\nmaxlines = ⟦%(known/maxlines)s⟧\nlogpath = ⟦%(l7)s⟧\n`,
      },
      messages: [
        `%(nosuch)s in "before" cannot be resolved (nothing sets it); ${stops}`,
        `%(known/maxlines)s in "maxlines" cannot be resolved (it is a number or nothing there, which no value can hold); ${stops}`,
        `%(l7)s in "logpath" cannot be resolved (it makes the value grow beyond a million characters, or into 100,000 parts); ${stops}`,
      ],
    },
  },
});

/** Ten times as many at every step. */
function laughs(first: string): string {
  const steps = [1, 2, 3, 4, 5, 6, 7].map(step => `l${step} = ${`%(l${step - 1})s`.repeat(10)}`);
  return `l0 = ${first}\n${steps.join('\n')}\n`;
}

test('a value of nothing, repeated without end, is refused in time', () => {
  const started = processorTime();
  expect(
    lintEntries(undefinedInterpolation, {
      'jail.local': `[DEFAULT]\n${laughs('')}${jail}logpath = %(l7)s\n`,
    }),
  ).toHaveLength(1);
  expect(processorTime() - started).toBeLessThan(3000);
});

testRule(inlineComment, {
  valid: {
    'what only ; starts, and comments on lines of their own': {
      'jail.local': `# a\n[DEFAULT]\n# b\nmaxretry = 3 ; c\n${jail}port = ssh\n  # d\n  ; e\n`,
    },
    'regexes, commands, patterns and quoted arguments': {
      'jail.local': `${jail}failregex = ^a # <HOST>\nignorecommand = /bin/x # y\naction = x[name="a # b", note='# c']\n`,
      'action.d/x.conf': '[Definition]\nactionban = a # b\nactionunban = # c\n',
    },
    'a # inside a word': { 'jail.local': `${jail}logpath = /var/log/a#1.log\nmode = a#b\n` },
    'a time with nothing but the comment, which is no time': { 'jail.local': `${jail}bantime = # none\n` },
    'options nobody knows, and packaged jails that are disabled': {
      'jail.local': `${jail}note = a # b\n`,
      'jail.conf': '[b]\nmaxretry = 3 # c\n',
    },
  },
  invalid: {
    'a path in a variable, on the second of two lines': {
      tree: {
        'jail.d/ftp.conf': `[DEFAULT]\nlogs = /a.log\n       /b.log ⟦# moved⟧\n${jail}logpath = %(logs)s\n`,
      },
      fixed: {
        'jail.d/ftp.conf':
          '[DEFAULT]\nlogs = /a.log\n       # moved\n       /b.log\n[a]\nenabled = true\nfilter =\nlogpath = %(logs)s\n',
      },
      messages: [
        '"# moved" after a value is not a comment: logpath is "/b.log # moved", and fail2ban looks for log files of that name',
      ],
      severity: 'error',
    },
    'switches, of which only a yes is lost': {
      tree: {
        'jail.local':
          '[DEFAULT]\nbantime.increment = true ⟦# grow⟧\n[a]\nenabled = true  ⟦# web⟧\n[b]\nenabled = false ⟦# off⟧\n[c]\nenabled = true\nfilter =\n',
      },
      messages: [
        '"# grow" after a value is not a comment: bantime.increment is "true # grow", which counts as no',
        '"# web" after a value is not a comment: enabled is "true  # web", which counts as no: the jail stays off',
        '"# off" after a value is not a comment: enabled is "false # off", which counts as no all the same',
      ],
    },
    'numbers, also where another option repeats them': {
      tree: {
        'jail.conf': '[DEFAULT]\nmaxmatches = %(maxretry)s\n',
        'jail.local': `[DEFAULT]\nmaxretry = 3\t⟦# three⟧\n${jail}[b]\nenabled = true\nfilter =\nmaxretry = ⟦# five⟧\n`,
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\n# three\nmaxretry = 3\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n# five\nmaxretry =\n',
      },
      messages: [
        `"# three" after a value is not a comment: maxretry is "3\\t# three", which is no number; ${stops}`,
        `"# five" after a value is not a comment: maxretry is "# five", which is no number; ${stops}`,
      ],
      severity: 'error',
    },
    'times, where it is a comment': {
      tree: { 'jail.local': `${jail}bantime = 1h ⟦# an hour⟧\n` },
      messages: [
        '"# an hour" after a value is not a comment: bantime is "1h # an hour", which works in times alone, as they are evaluated',
      ],
      severity: 'info',
    },
    'names of filters and actions, behind their parameters': {
      tree: {
        'jail.local':
          '[DEFAULT]\nbanaction = x ⟦# x⟧\n[a]\nenabled = true\nfilter = f[mode="a # b"] ⟦# c⟧\n[b]\nenabled = true\nfilter =\naction = %(banaction)s[name="d # e"]\n',
        'filter.d/f.conf': '[Definition]\nfailregex = <HOST>\n',
        'action.d/x.conf': '[Definition]\nactionban = a\n',
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\n# x\nbanaction = x\n[a]\nenabled = true\n# c\nfilter = f[mode="a # b"]\n[b]\nenabled = true\nfilter =\naction = %(banaction)s[name="d # e"]\n',
      },
      messages: [
        '"# x" after a value is not a comment: banaction is "x # x", and no action is called that: the jail is skipped',
        '"# c" after a value is not a comment: filter is "f[mode="a # b"] # c", and no filter is called that: the jail is skipped',
      ],
      severity: 'error',
    },
    'a port, where an action gets it and where none does': {
      tree: {
        'jail.local': `${jail}port = ssh ⟦# a⟧\naction = x[port="%(port)s"]\n[b]\nenabled = true\nfilter =\nport = 80 ⟦# b⟧\n`,
        'action.d/x.conf': '[Definition]\nactionban = a\n',
      },
      messages: [
        '"# a" after a value is not a comment: port is "ssh # a", and the ban command gets all of it',
        '"# b" after a value is not a comment: port is "80 # b", though nothing in "action" uses it',
      ],
    },
    'in a disabled jail, a list, a filter and the daemon': {
      tree: {
        'fail2ban.local': '[Definition]\nloglevel = INFO ⟦# less⟧\nallowipv6 = no ⟦# six⟧\n',
        'filter.d/f.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = 3 ⟦# three⟧\n',
        'jail.local': '[a]\nmaxretry = 3 ⟦# a⟧\n[b]\nenabled = true\nfilter = f\nignoreip = ::1 ⟦# me⟧\n',
      },
      messages: [
        `"# less" after a value is not a comment: loglevel is "INFO # less", which is no log level; ${stops}`,
        '"# six" after a value is not a comment: allowipv6 is "no # six", which counts as no all the same',
        '"# three" after a value is not a comment: maxlines is "3 # three", which is no number: it is dropped',
        `"# a" after a value is not a comment: maxretry is "3 # a", which is no number; ${stops} once a jail that uses it is enabled`,
        '"# me" after a value is not a comment: ignoreip is "::1 # me", and each of its words is taken for a host',
      ],
    },
  },
});

testRule(encoding, {
  valid: {
    'any character in comments, letters anywhere': {
      'jail.local': '# “a” – b\u200b\n[büro]\n; ’\nnote = Größe ; \u00a0\u2019\n',
    },
    'white space that is stripped': { 'jail.local': '[a]\nport\u00a0=\u00a0ssh\u00a0\n\u00a0\u00a0http\n' },
    'regexes and commands': {
      'filter.d/x.conf': '[Definition]\nfailregex = “<HOST>”\nother = –\n',
      'action.d/x.conf': '[Definition]\nactionban = mail “<ip>”\n',
      'jail.local': '[a]\nfailregex = ‘<HOST>’\n',
    },
  },
  invalid: {
    'in names': {
      tree: { 'jail.local': '[a⟦\u200b⟧]\nmax⟦\u2013⟧retry = 3\n' },
      fixed: { 'jail.local': '[a]\nmax-retry = 3\n' },
      messages: [
        'jail.local: a zero-width space stands in a name, where fail2ban takes it literally',
        'jail.local: a dash (–) instead of a hyphen stands in a name, where fail2ban takes it literally',
      ],
      severity: 'warning',
    },
    'once for each line of a value': {
      tree: {
        'jail.d/x.conf': '[a]\nignoreip = ⟦“⟧::1”\n  127.0.0.1⟦\u00a0⟧10.0.0.1\nenabled = true⟦\ufeff⟧\n',
      },
      fixed: { 'jail.d/x.conf': '[a]\nignoreip = "::1"\n  127.0.0.1 10.0.0.1\nenabled = true\n' },
      messages: [
        'jail.d/x.conf: a typographic quote (“) stands in the value of "ignoreip", where fail2ban takes it literally',
        'jail.d/x.conf: a no-break space stands in the value of "ignoreip", where fail2ban takes it literally',
        'jail.d/x.conf: a byte order mark stands in the value of "enabled", where fail2ban takes it literally',
      ],
    },
    'in the parameters of an action': {
      tree: { 'action.d/x.conf': '[Init]\nname = a⟦’⟧b\n' },
      fixed: { 'action.d/x.conf': "[Init]\nname = a'b\n" },
      messages: [
        'action.d/x.conf: a typographic quote (’) stands in the value of "name", where fail2ban takes it literally',
      ],
    },
  },
});

describe('syntax/encoding of bytes', () => {
  const latin = decode(Buffer.from('[a]\nport = 1\n# B\xfcro\n', 'latin1'));
  const skipped = 'fail2ban skips the whole file';
  test.each([
    [
      'jail.local',
      latin,
      '1.0.2',
      `jail.local:3:4 error jail.local: byte 0xFC ("ü" in Latin-1) is not UTF-8; ${skipped}`,
    ],
    [
      'jail.local',
      latin,
      '1.1.1',
      `jail.local:3:4 error jail.local: byte 0xFC ("ü" in Latin-1) is not UTF-8; ${stops}`,
    ],
    [
      'filter.d/x.conf',
      latin,
      '1.1.1',
      `filter.d/x.conf:3:4 warning filter.d/x.conf: byte 0xFC ("ü" in Latin-1) is not UTF-8; ${skipped} once a jail uses it`,
    ],
    [
      'jail.d/x.local',
      decode(Buffer.from('\ufeff[a]\n', 'utf16le')),
      '1.0.2',
      `jail.d/x.local:1:1 error jail.d/x.local: byte 0xFF, as in UTF-16, is not UTF-8; ${skipped}`,
    ],
    [
      'fail2ban.local',
      decode(Buffer.from([0x5b, 0x61, 0x5d, 0x0d, 0x80])),
      '1.0.2',
      `fail2ban.local:2:1 error fail2ban.local: byte 0x80 is not UTF-8; ${skipped}`,
    ],
  ] as const)('%s, %#', (name, entry, release, expected) => {
    expect(lintEntries(encoding, { [name]: entry }, release)).toEqual([expected]);
  });
});

const breakIt = 'break the circle: an option must not contain its own tag';
const loops = (tag: string, option: string, jails = '') =>
  `<${tag}> in "${option}" comes back to itself again and again${jails}; fail2ban will not start - ${breakIt}`;

testRule(tagLoop, {
  valid: {
    'tags within tags': {
      'filter.d/x.conf': '[Definition]\nfailregex = <start> <HOST>\nstart = <word> <word>\nword = bad\n',
      'jail.local': '[a]\nenabled = true\nfilter = x\n',
    },
    'a filter no enabled jail uses': {
      'filter.d/x.conf': '[Definition]\nfailregex = <failregex> <HOST>\n',
      'jail.local': '[a]\nfilter = x\n',
    },
    'tags that fail2ban fills in when it bans': {
      'action.d/x.conf': '[Definition]\nactionban = a <matches> <bantime>\n[Init]\nbantime = <bantime>\n',
      'jail.local': '[a]\nenabled = true\nfilter =\naction = x\n',
    },
  },
  invalid: {
    'an option that contains its own tag': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = a ⟦<failregex>⟧ <HOST>\n',
        'jail.local': '[a]\nenabled = true\nfilter = x\n',
      },
      messages: [loops('failregex', 'failregex')],
      severity: 'error',
    },
    'two options of an action': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = <one>\none = a <two>\ntwo = b ⟦<one>⟧\n',
        'jail.local': '[a]\nenabled = true\nfilter =\naction = x\n',
      },
      messages: [loops('one', 'actionban')],
    },
    'a parameter that passes its own tag, in two jails': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = a <port>\n',
        'jail.local':
          '[DEFAULT]\naction = x[port="⟦<port>⟧"]\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n',
      },
      messages: [loops('port', 'actionban', ' (2 jails: a, b)')],
    },
  },
});

const isLost = 'but is not indented, so it is an option of its own that nobody reads';

testRule(continuationNotIndented, {
  valid: {
    'lines that are indented, with a comment and a blank line between': {
      'jail.local': '[a]\nlogpath = /a.log\n# b\n\n /b.log\nignoreip = ::1\n\t2001:db8::/32\n',
    },
    'what is rather an option without its delimiter, or a merge': {
      'jail.local': '[a]\nlogpath = /a.log\nport 22\n<<<<<<< HEAD\n[b\nmaxretry = 3\nenabled\n',
    },
    'a line behind an option of one line': { 'jail.local': '[a]\nport = 22\n/b.log\n/c.log = x\n' },
    'variables behind a list of regexes': {
      'filter.d/x.conf': '[Definition]\nfailregex = %(_one)s\n_one = ^bad <HOST>$\nmy.thing = ^\\d+$\n',
    },
    'own options behind commands': {
      'action.d/x.conf': '[Definition]\nactionban = a\nmy_tool = iptables -w\n',
    },
    'a line that is not reached in a file that is not UTF-8, and a file nobody reads': {
      'jail.d/x.conf.bak': '[a]\nlogpath = /a.log\n/b.log\n',
    },
  },
  invalid: {
    'a second and a third log': {
      tree: { 'jail.local': '[a]\nlogpath = /a.log\n# b\n\n⟦/b.log⟧ ; two\n⟦%(nginx_log)s⟧\n' },
      fixed: {
        'jail.local': '[a]\nlogpath = /a.log\n# b\n\n          /b.log ; two\n          %(nginx_log)s\n',
      },
      messages: [
        `"/b.log" continues "logpath" but is not indented; ${stops}`,
        `"%(nginx_log)s" continues "logpath" but is not indented; ${stops}`,
      ],
      severity: 'error',
      related: ['jail.local:2:1'],
    },
    'addresses, of which some hold a colon': {
      tree: {
        'jail.local': '[DEFAULT]\nignoreip = 127.0.0.1/8\n⟦192.0.2.0/24⟧\n⟦::1⟧\n⟦office.example.org⟧\n',
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nignoreip = 127.0.0.1/8\n           192.0.2.0/24\n           ::1\n           office.example.org\n',
      },
      messages: ['192.0.2.0/24', '::1', 'office.example.org'].map(
        word => `"${word}" continues "ignoreip" but is not indented; ${stops}`,
      ),
      severity: 'error',
    },
    'regexes that become options': {
      tree: {
        'filter.d/x.conf':
          '[Definition]\nfailregex =\n⟦^bad login: <HOST>$⟧\n⟦^no user=\\S+ from <HOST>$⟧\nignoreregex =\n',
        'jail.local': jail.replace('filter =', 'filter = x'),
      },
      fixed: {
        'filter.d/x.conf':
          '[Definition]\nfailregex =\n    ^bad login: <HOST>$\n    ^no user=\\S+ from <HOST>$\nignoreregex =\n',
      },
      messages: [
        `"^bad login: <HOST>$" continues "failregex" ${isLost}`,
        `"^no user=\\S+ from <HOST>$" continues "failregex" ${isLost}`,
      ],
      severity: 'warning',
      related: ['filter.d/x.conf:2:1'],
    },
    'an action with arguments, and an IPv6 address': {
      tree: {
        'jail.local': `${jail}action = %(action_)s\n⟦sendmail[name=a, dest=b]⟧\nignoreip = 127.0.0.1\n⟦fe80::/10⟧\n`,
      },
      messages: [
        `"sendmail[name=a, dest=b]" continues "action" ${isLost}`,
        `"fe80::/10" continues "ignoreip" ${isLost}`,
      ],
      severity: 'warning',
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nfailregex = ^a <HOST>$\n⟦^b: <HOST>$⟧\n' },
      messages: [`"^b: <HOST>$" continues "failregex" ${isLost}`],
      severity: 'info',
    },
    'a command of an action no jail uses': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = touch /tmp/<ip>\n⟦logger banned <ip>⟧\n',
      },
      messages: [
        `"logger banned <ip>" continues "actionban" but is not indented; ${stops} once a jail uses it`,
      ],
      severity: 'warning',
    },
  },
});

const partOf = (line: string, option: string) =>
  `"${line}" is indented, so it became part of the value of "${option}" and`;

testRule(indentedOption, {
  valid: {
    'all options in one column': { 'jail.local': '[a]\n  port = 22\n  enabled = true\n  logpath = /a.log\n' },
    'names of options within regexes, commands and arguments': {
      'filter.d/x.conf':
        '[Definition]\nfailregex = ^a <HOST>$\n            port = \\d+ from <HOST>\n            [sshd]\n',
      'action.d/x.conf': '[Definition]\nactionban = a\n            port=22\n            timeout = 3\n',
      'jail.local':
        '[DEFAULT]\naction_ = %(banaction)s[name=%(__name__)s,\n   port="%(port)s",\n   protocol="%(protocol)s"]\n',
    },
    'addresses in brackets': { 'jail.local': '[a]\nignoreip = ::1\n  [2001:db8::1]\n  [::1]\n' },
    'own variables': { 'jail.local': '[a]\nlogpath = /a.log\n  shop = 3\n' },
  },
  invalid: {
    'options below another, in a jail that is off because of it': {
      tree: {
        'jail.local': '[a]\nlogpath = /a.log\n    ⟦enabled = true⟧\n    ⟦maxretry = 4⟧\n    ⟦Filter: b⟧\n',
      },
      messages: ['enabled = true', 'maxretry = 4', 'Filter: b'].map(
        line => `${partOf(line, 'logpath')} sets nothing`,
      ),
      severity: 'error',
      related: ['jail.local:2:1'],
    },
    'a section with its options': {
      tree: { 'jail.local': '[DEFAULT]\nbantime = 2h\n ⟦[a]⟧\n enabled = true\n maxretry = 6\n' },
      fixed: { 'jail.local': '[DEFAULT]\nbantime = 2h\n[a]\n enabled = true\n maxretry = 6\n' },
      messages: [`${partOf('[a]', 'bantime')} opens no section; with that "bantime" ${stops}`],
      severity: 'error',
    },
    'below the switch itself': {
      tree: { 'jail.local': '[a]\nenabled = true\n  ⟦port = 22⟧\n' },
      messages: [`${partOf('port = 22', 'enabled')} sets nothing; "enabled" then counts as no`],
      severity: 'error',
    },
    'below addresses, mail and variables': {
      tree: {
        'jail.local': `[DEFAULT]\nignoreip = ::1\n  ⟦bantime = 1h⟧\ndestemail = root\n  ⟦mta = mail⟧\nmine = a\n  ⟦findtime = 1h⟧\n`,
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nignoreip = ::1\nbantime = 1h\ndestemail = root\nmta = mail\nmine = a\nfindtime = 1h\n',
      },
      messages: [
        `${partOf('bantime = 1h', 'ignoreip')} sets nothing`,
        `${partOf('mta = mail', 'destemail')} sets nothing`,
        `${partOf('findtime = 1h', 'mine')} sets nothing`,
      ],
      severity: 'warning',
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nport = 22\n  ⟦maxretry = 3⟧\n' },
      messages: [`${partOf('maxretry = 3', 'port')} sets nothing`],
      severity: 'info',
    },
    'an option of a filter, and a section, among regexes': {
      tree: {
        'filter.d/x.conf':
          '[Definition]\nfailregex = ^a <HOST>$\n  ⟦ignoreregex =⟧\n  ⟦[Init]⟧\n  maxlines = 2\n',
      },
      fixed: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^a <HOST>$\nignoreregex =\n[Init]\n  maxlines = 2\n',
      },
      messages: [
        `${partOf('ignoreregex =', 'failregex')} sets nothing`,
        `${partOf('[Init]', 'failregex')} opens no section`,
      ],
      severity: 'warning',
    },
  },
});

const isNot = (name: string, right: string, end = '') =>
  `[${name}] is not [${right}]: the name of a section counts to the letter, and what stands below is ignored${end}`;

testRule(sectionCase, {
  valid: {
    'the names as they are, and options in any case': {
      'jail.local': '[INCLUDES]\n[DEFAULT]\nBanTime = 1h\n',
      'fail2ban.local': '[Definition]\nLOGLEVEL = INFO\n[Thread]\n',
      'action.d/x.conf': '[Definition]\n[Init]\n[Init?family=inet6]\n',
    },
    'jails that may be called so': { 'jail.local': '[init]\n[definition]\n[thread]\n[defaults]\n' },
    'sections of a filter for itself': { 'filter.d/x.conf': '[Definition]\n[lt_journal]\n[Ipt]\n' },
  },
  invalid: {
    'in the jails': {
      tree: {
        'jail.local': '⟦[default]⟧\nbantime = 1h\n⟦[Includes]⟧\nbefore = x\n⟦[INCLUDE]⟧\n⟦[ DEFAULT ]⟧\n',
      },
      messages: [
        isNot('default', 'DEFAULT'),
        isNot('Includes', 'INCLUDES'),
        isNot('INCLUDE', 'INCLUDES'),
        isNot(' DEFAULT ', 'DEFAULT'),
      ],
      severity: 'warning',
    },
    'in fail2ban.local': {
      tree: { 'fail2ban.local': '⟦[definition]⟧\nloglevel = DEBUG\n⟦[THREAD]⟧\n' },
      fixed: { 'fail2ban.local': '[Definition]\nloglevel = DEBUG\n[Thread]\n' },
      messages: [isNot('definition', 'Definition'), isNot('THREAD', 'Thread')],
      severity: 'warning',
    },
    'in an action of a jail': {
      tree: {
        'action.d/x.conf':
          '[Definition]\nactionban = a <set>\n⟦[init]⟧\nset = b\n⟦[INIT?family=inet6]⟧\nset = c\n',
        'jail.local': `${jail}action = x\n`,
      },
      fixed: {
        'action.d/x.conf':
          '[Definition]\nactionban = a <set>\n[Init]\nset = b\n[Init?family=inet6]\nset = c\n',
      },
      messages: [isNot('init', 'Init'), isNot('INIT?family=inet6', 'Init?family=inet6')],
      severity: 'error',
    },
    'in a filter no jail uses': {
      tree: { 'filter.d/x.conf': '⟦[DEFINITION]⟧\nfailregex = ^<HOST>$\n' },
      messages: [isNot('DEFINITION', 'Definition', ' once a jail uses it')],
      severity: 'warning',
    },
  },
});

const isDropped = (dropped: string, option: string, kept: string, end = '') =>
  `"${dropped}" is dropped, as a ; behind a blank starts a comment: ${option} is read as "${kept}"${end}`;

testRule(semicolonCutsValue, {
  valid: {
    'comments in words': {
      'jail.local':
        '[DEFAULT]\nbantime = 604800 ; 1 week\nport = 22 ; <here>\naction = a[b="c"] ; mail too (since May)\n',
      'filter.d/x.conf': '[Definition]\nfailregex = ^a <HOST>$ ; the old form, see below\n',
      'action.d/x.conf': '[Definition]\nactionban = iptables -A INPUT -s <ip> -j DROP ; keep them out\n',
    },
    'a ; without a blank, and lines that are all comment': {
      'filter.d/x.conf': '[Definition]\nfailregex = ^a; <HOST>;$\n ; ^b <HOST>$\n',
      'action.d/x.conf': '[Definition]\nactionban = a <ip>; logger <ip>;\n',
    },
    'quotes and brackets that are closed': {
      'action.d/x.conf': '[Definition]\nactionban = echo "it is" \'a [b\' ; done by hand\n',
      'jail.local': '[a]\naction = a[b="]"] ; the rest\n',
    },
    'nothing behind it': { 'action.d/x.conf': '[Definition]\nactionban = a <ip> ;\nactionunban = b ; \n' },
  },
  invalid: {
    'commands that never run': {
      tree: {
        'action.d/x.conf':
          '[Definition]\nactionban = a <ip> ⟦; logger "<ip>"⟧\n            if b; then\n            c ⟦; fi⟧\nactionstop = d ⟦; reboot⟧\n',
        'jail.local': `${jail}action = x\nignorecommand = /a <ip> ⟦; /b⟧\n`,
      },
      messages: [
        isDropped('; logger "<ip>"', 'actionban', 'a <ip>'),
        isDropped('; fi', 'actionban', 'c'),
        isDropped('; reboot', 'actionstop', 'd'),
        isDropped('; /b', 'ignorecommand', '/a <ip>'),
      ],
      severity: 'warning',
    },
    'a quote that stays open': {
      tree: {
        'action.d/x.conf': "[Definition]\nactionban = awk '{ print\n    one ⟦; print two }'⟧\n",
        'jail.local': '[a]\naction = x[how="this ⟦; that"]⟧\n',
      },
      fixed: {
        'action.d/x.conf': "[Definition]\nactionban = awk '{ print\n    one; print two }'\n",
        'jail.local': '[a]\naction = x[how="this; that"]\n',
      },
      messages: [
        isDropped("; print two }'", 'actionban', 'one'),
        isDropped('; that"]', 'action', 'x[how="this'),
      ],
    },
    'a regex that still works': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^a <HOST> ⟦; \\d+$⟧\n',
        'jail.local': jail.replace('filter =', 'filter = x'),
      },
      messages: [isDropped('; \\d+$', 'failregex', '^a <HOST>')],
      severity: 'warning',
    },
    'a regex that loses its host, and one that loses its bracket': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^a ⟦; <HOST>$⟧\n   ^b (?:c ⟦; d) <HOST>⟧\n',
        'jail.local': jail.replace('filter =', 'filter = x'),
      },
      fixed: { 'filter.d/x.conf': '[Definition]\nfailregex = ^a[ ]; <HOST>$\n   ^b (?:c[ ]; d) <HOST>\n' },
      messages: [
        isDropped('; <HOST>$', 'failregex', '^a', `, and ${stops}`),
        isDropped('; d) <HOST>', 'failregex', '^b (?:c', `, and ${stops}`),
      ],
      severity: 'error',
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nfailregex = ^a <HOST> ⟦; [bc]⟧\n' },
      messages: [isDropped('; [bc]', 'failregex', '^a <HOST>')],
      severity: 'info',
    },
  },
});

test('what a line without its indentation, an indented one and a cut one lead to is told once', () => {
  const files = {
    'fail2ban.conf': '[Definition]\n',
    'filter.d/x.conf': '[Definition]\nfailregex = ^a ; <HOST>$\n  ignoreregex =\n',
    'jail.conf': '[a]\nenabled = true\nfilter = x\nlogpath = /a\n/b\n',
  };
  expect([...lintEntries(parseError, files), ...lintEntries(noHost, files)]).toEqual([]);
});
