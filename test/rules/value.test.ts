import badAddress from '../../rules/value/bad-address';
import badBackendArgument from '../../rules/value/bad-backend-argument';
import badBantimeFormula from '../../rules/value/bad-bantime-formula';
import badIgnorecache from '../../rules/value/bad-ignorecache';
import badPort from '../../rules/value/bad-port';
import badTime from '../../rules/value/bad-time';
import outOfRange from '../../rules/value/out-of-range';
import placeholder from '../../rules/value/placeholder';
import unknownChoice from '../../rules/value/unknown-choice';
import unknownTimeZone from '../../rules/value/unknown-time-zone';
import wrongType from '../../rules/value/wrong-type';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const jail = '[a]\nenabled = true\nfilter =\n';
const stops = 'fail2ban will not start';
const isNoSwitch = 'is not a yes or no: it counts as false';
const isNoNumber = 'is not a whole number';

testRule(wrongType, {
  valid: {
    'every word for yes and no, in any case': {
      'jail.local':
        '[DEFAULT]\nbantime.increment = ON\nignoreself = off\n[a]\nenabled = True\nfilter =\n[b]\nenabled = 0\n[c]\nenabled = No\n[d]\nenabled = YES\nfilter =\n',
    },
    'every number Python takes': {
      'jail.local': `${jail}maxretry = +3\nmaxmatches = 1_000\nbantime.multipliers = 1 2 4\nmaxlines = 1\n`,
      'fail2ban.local': '[Definition]\ndbmaxmatches = -1\n[Thread]\nstacksize = 0\n',
    },
    'comments, which are reported by themselves': {
      'jail.local': '[a]\nenabled = true # web\nmaxretry = 3 # three\n',
    },
    'what the daemon passes over without a database, and an empty list': {
      'fail2ban.local': '[Definition]\ndbfile = None\ndbmaxmatches = ten\n',
      'jail.local': `${jail}bantime.multipliers =\n`,
    },
    'numbers out of range and lists, which are other rules': {
      'jail.local': `${jail}maxlines = 0\nbantime.multipliers = 1,2\n`,
      'fail2ban.local': '[Thread]\nstacksize = 16\n',
    },
    'what a jail does not read: options of the daemon and of actions': {
      'jail.local': `[DEFAULT]\ndbmaxmatches = ten\nstacksize = big\n${jail}norestored = maybe\n`,
    },
    'packaged jails that are disabled, and variables': {
      'jail.conf': '[DEFAULT]\nmaxretry = five\n[b]\nmaxmatches = x\n',
      'jail.local': '[b]\ntries = 5x\n',
    },
    'values of unused filters that hang on what a jail passes': {
      'filter.d/x.conf': '[Definition]\nmaxlines = <lines>\n',
      'action.d/x.conf': '[Definition]\nnorestored = %(restored)s\n',
    },
  },
  invalid: {
    'an empty number in [Init] of an unused filter': {
      tree: { 'filter.d/x.conf': '[Definition]\nfailregex = ^bad <HOST>\n[Init]\nmaxlines⟦=⟧\n' },
      messages: ['maxlines = "" is not a whole number: it is dropped'],
    },
    'enabled, of any jail': {
      tree: {
        'jail.d/a.conf':
          '[a]\nenabled = ⟦ture⟧\n[b]\nenabled = ⟦"true"⟧\n[c]\nenabled = ⟦y⟧\n[d]\nenabled = ⟦maybe⟧\n',
      },
      messages: [
        `enabled = "ture" ${isNoSwitch}, and the jail stays off - did you mean "true"?`,
        `enabled = "true" ${isNoSwitch}, and the jail stays off - did you mean "true"?`,
        `enabled = "y" ${isNoSwitch}, and the jail stays off - did you mean "true"?`,
        `enabled = "maybe" ${isNoSwitch}, and the jail stays off`,
      ],
      severity: 'error',
      fixed: {
        'jail.d/a.conf':
          '[a]\nenabled = true\n[b]\nenabled = true\n[c]\nenabled = true\n[d]\nenabled = maybe\n',
      },
    },
    'other switches, of jails and actions': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = a\nnorestored = ⟦yse⟧\n',
        'action.d/y.conf': '[Definition]\nactionstart_on_demand = ⟦maybe⟧\n',
        'jail.local': `[DEFAULT]\nbantime.increment = ⟦enabled⟧\n${jail}action = x\n[b]\nenabled = true\nfilter =\nignoreself = ⟦'no'⟧\naction = x\n`,
      },
      messages: [
        `norestored = "yse" ${isNoSwitch} - did you mean "yes"?`,
        `actionstart_on_demand = "maybe" ${isNoSwitch}`,
        `bantime.increment = "enabled" ${isNoSwitch} - did you mean "true"?`,
        `ignoreself = "'no'" ${isNoSwitch} - did you mean "no"?`,
      ],
      severity: 'warning',
    },
    'a number in a variable, which another option repeats': {
      tree: {
        'jail.conf': '[DEFAULT]\nmaxmatches = %(maxretry)s\n',
        'jail.d/20.conf': '[DEFAULT]\ntries = ⟦5x⟧\nmaxretry = %(tries)s\n',
        'jail.local': `${jail}[b]\nenabled = true\nfilter =\n`,
      },
      fixed: { 'jail.d/20.conf': '[DEFAULT]\ntries = 5\nmaxretry = %(tries)s\n' },
      messages: [`maxretry = "5x" ${isNoNumber}: ${stops} - did you mean "5"?`],
      severity: 'error',
    },
    'a reference to another option, which is sound': {
      tree: { 'jail.local': `[DEFAULT]\nbantime = 1h\n${jail}maxretry = ⟦%(bantime)s⟧\n` },
      messages: [`maxretry = "1h" ${isNoNumber}: ${stops} - did you mean "1"?`],
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nmaxretry = ⟦three⟧\nignoreself = ⟦maybe⟧\n' },
      messages: [
        `maxretry = "three" ${isNoNumber}: ${stops} once a jail that uses it is enabled`,
        `ignoreself = "maybe" ${isNoSwitch}`,
      ],
      severity: 'info',
    },
    'in a jail that is skipped': {
      tree: { 'jail.local': '[a]\nenabled = true\nfilter = nosuch\nmaxretry = ⟦three⟧\n' },
      messages: [`maxretry = "three" ${isNoNumber}: ${stops} once the jail is no longer skipped`],
      severity: 'error',
    },
    'an empty value': {
      tree: { 'jail.local': '[a]\nenabled ⟦=⟧\n[b]\nenabled = on\nfilter =\nmaxretry ⟦:⟧\n' },
      messages: [
        `enabled = "" ${isNoSwitch}, and the jail stays off`,
        `maxretry = "" ${isNoNumber}: ${stops}`,
      ],
      severity: 'error',
    },
    'the daemon': {
      tree: { 'fail2ban.local': '[Definition]\ndbmaxmatches = ⟦10.0⟧\n[Thread]\nstacksize = ⟦big⟧\n' },
      messages: [
        `dbmaxmatches = "10.0" ${isNoNumber}: ${stops}`,
        `stacksize = "big" ${isNoNumber}: ${stops}`,
      ],
      severity: 'error',
    },
    'lines of a filter': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = ⟦ten⟧\n',
        'jail.local': '[a]\nenabled = true\nfilter = x\n',
      },
      messages: [`maxlines = "ten" ${isNoNumber}: it is dropped`],
      severity: 'warning',
    },
  },
});

/** The message about a time. */
const isNoTime = (option: string, text: string, reason: string, effect = `; ${stops}`) =>
  `${option} = "${text}" is not a time fail2ban understands (${reason})${effect}`;

testRule(badTime, {
  valid: {
    'every way to write a time': {
      'jail.local': `${jail}bantime = -1\nfindtime = 1 day 12 hours\nbantime.maxtime = 1.5h\nbantime.rndtime = 2*30m # a while\n`,
      'fail2ban.local': '[DEFAULT]\ndbpurgeage = 1y6mo\n[Definition]\nloglevel = INFO\n',
    },
    'an empty maximum, and None for one': {
      'jail.local': `${jail}bantime.maxtime =\nbantime.rndtime = None\n`,
    },
    'no database, variables nobody uses, packaged jails that are disabled': {
      'fail2ban.local': '[Definition]\ndbfile = none\ndbpurgeage = one week\n',
      'jail.local': `[DEFAULT]\nlong_ban = forever\n${jail}`,
      'jail.conf': '[b]\nbantime = forever\n',
    },
    'what a jail does not read: options of the daemon and of actions': {
      'jail.local': `[DEFAULT]\ndbpurgeage = two weeks\ntimeout = long\n${jail}timeout = longer\n`,
    },
    'a parameter that only has the name of a time': {
      'action.d/x.conf': '[Definition]\nactionban = a\n[Init]\nbantime = <bantime>\n',
      'jail.local': `${jail}action = x[findtime="for ever"]\n`,
    },
  },
  invalid: {
    'an argument of an action': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = a\n[Init]\ntimeout = 60\n',
        'jail.local': `${jail}action = x[timeout=⟦forever⟧]\n`,
      },
      messages: [isNoTime('timeout', 'forever', '"forever" is no unit of time')],
      severity: 'error',
    },
    'an argument in a line that the action refers to': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = a\n[Init]\ntimeout = 60\n',
        'jail.local': `[DEFAULT]\nbanaction = x[timeout=⟦forever⟧]\naction_ = %(banaction)s\n${jail}action = %(action_)s\n`,
      },
      messages: [isNoTime('timeout', 'forever', '"forever" is no unit of time')],
    },
    'a unit in a variable': {
      tree: {
        'jail.d/00.conf': '[DEFAULT]\nshort_ban = 2⟦hrs⟧\n',
        'jail.local': `${jail}bantime = %(short_ban)s\n[b]\nenabled = true\nfilter =\nfindtime = %(short_ban)s\n`,
      },
      messages: [isNoTime('bantime', '2hrs', '"hrs" is no unit of time; did you mean "2h"?')],
      severity: 'error',
    },
    words: {
      tree: {
        'fail2ban.local': '[DEFAULT]\ndbpurgeage = ⟦one⟧ week\n[Definition]\n',
        'jail.local': `${jail}bantime = ⟦forever⟧\nfindtime = ⟦forever⟧\nbantime.maxtime = 1 day, 12 ⟦stunden⟧\n`,
      },
      messages: [
        isNoTime('dbpurgeage', 'one week', '"one" is no unit of time; did you mean "1 week"?'),
        isNoTime('bantime', 'forever', '"forever" is no unit of time; did you mean "-1"?'),
        isNoTime('findtime', 'forever', '"forever" is no unit of time'),
        isNoTime(
          'bantime.maxtime',
          '1 day, 12 stunden',
          '"stunden" is no unit of time; did you mean "1 day 12 h"?',
        ),
      ],
      severity: 'error',
    },
    'commas and quotes': {
      tree: {
        'jail.local': `${jail}bantime = ⟦1,5h⟧\nfindtime = ⟦1 hour, 30 minutes⟧\nbantime.maxtime = ⟦1,5h⟧\n[b]\nenabled = true\nfilter =\nfindtime = ⟦"10m"⟧\nbantime = ⟦"600"⟧\n`,
      },
      messages: [
        isNoTime('bantime', '1,5h', 'the comma makes several values of it; did you mean "1.5h"?'),
        isNoTime(
          'findtime',
          '1 hour, 30 minutes',
          'the comma makes several values of it; did you mean "1 hour 30 minutes"?',
          '; the jail finds no failure at all',
        ),
        isNoTime(
          'bantime.maxtime',
          '1,5h',
          'the comma makes several values of it; did you mean "1.5h"?',
          '; no ban grows, and none is restored after a restart',
        ),
        'findtime = "10m" is not a time fail2ban understands (its quotes make it a text instead of a number; did you mean "10m"?); the jail finds no failure at all',
        'bantime = "600" is not a time fail2ban understands (its quotes make it a text instead of a number; did you mean "600"?)',
      ],
    },
    'the imaginary unit': {
      tree: {
        'fail2ban.local': '[Definition]\ndbpurgeage = ⟦5j⟧\n',
        'jail.local': `${jail}bantime.maxtime = ⟦5j⟧\n`,
      },
      messages: [
        isNoTime(
          'dbpurgeage',
          '5j',
          '"j" makes it an imaginary number; did you mean "5d"?',
          '; old bans are never deleted from the database',
        ),
        isNoTime(
          'bantime.maxtime',
          '5j',
          '"j" makes it an imaginary number; did you mean "5d"?',
          '; no ban grows, and none is restored after a restart',
        ),
      ],
      severity: 'warning',
    },
    'the imaginary unit as bantime, and nothing': {
      tree: { 'jail.local': `${jail}bantime = ⟦5j⟧\nfindtime ⟦=⟧\n` },
      messages: [
        isNoTime('bantime', '5j', '"j" makes it an imaginary number; did you mean "5d"?'),
        isNoTime('findtime', '', 'no time given'),
      ],
      severity: 'error',
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nbantime = 30⟦mins⟧\n' },
      messages: [
        isNoTime(
          'bantime',
          '30mins',
          '"mins" is no unit of time; did you mean "30m"?',
          `; ${stops} once a jail that uses it is enabled`,
        ),
      ],
      severity: 'info',
    },
    'what Python makes something of': {
      tree: { 'jail.local': `${jail}bantime = 1 hour ⟦and⟧ 30 minutes\nfindtime = ⟦True⟧\n` },
      messages: [
        isNoTime(
          'bantime',
          '1 hour and 30 minutes',
          'of what "and" joins only the last part counts; did you mean "1 hour 30 minutes"?',
          '',
        ),
        isNoTime('findtime', 'True', 'it counts as 1 or 0 seconds', ''),
      ],
      severity: 'warning',
    },
    'the timeout of an action, and a reference to another option': {
      tree: {
        'action.d/x.conf': '[Definition]\nactionban = a\n',
        'jail.local': `[DEFAULT]\nport = ssh\n${jail}action = x[timeout=5 ⟦apples⟧]\nbantime = ⟦%(port)s⟧\n`,
      },
      messages: [
        isNoTime('timeout', '5 apples', '"apples" is no unit of time'),
        isNoTime('bantime', 'ssh', '"ssh" is no unit of time'),
      ],
    },
  },
});

testRule(outOfRange, {
  valid: {
    'numbers fail2ban takes': {
      'jail.local': `${jail}maxlines = 1\nmaxretry = -1\nmaxmatches = 0\n`,
      'fail2ban.local': '[Thread]\nstacksize = 32\n',
    },
    'what is no number, which is another rule': {
      'jail.local': `${jail}maxlines = ten\n`,
      'fail2ban.local': '[Thread]\nstacksize = big\n',
    },
    'unused filters that hang on what a jail passes': {
      'filter.d/x.conf': '[Definition]\nmaxlines = <lines>\n',
    },
  },
  invalid: {
    'lines of a filter, and of a jail': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = ⟦0⟧\n',
        'jail.local': `[a]\nenabled = true\nfilter = x\n[b]\nenabled = true\nfilter =\nmaxlines = ⟦-1⟧\n`,
      },
      fixed: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = 1\n',
        'jail.local': '[a]\nenabled = true\nfilter = x\n[b]\nenabled = true\nfilter =\nmaxlines = 1\n',
      },
      messages: ['0', '-1'].map(number => `maxlines = "${number}" is not a number above zero: ${stops}`),
      severity: 'error',
    },
    'an argument of the filter': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = 2\n',
        'jail.local': '[a]\nenabled = true\nfilter = x[maxlines=⟦0⟧]\n',
      },
      messages: [`maxlines = "0" is not a number above zero: ${stops}`],
      severity: 'error',
    },
    'a filter no jail uses': {
      tree: { 'filter.d/y.conf': '[Definition]\nmaxlines = ⟦0⟧\n' },
      messages: [`maxlines = "0" is not a number above zero: ${stops} once a jail uses it`],
      severity: 'warning',
    },
    'too small a stack': {
      tree: { 'fail2ban.local': '[Thread]\nstacksize = ⟦16⟧\n' },
      fixed: { 'fail2ban.local': '[Thread]\nstacksize = 0\n' },
      messages: [`stacksize = "16" is neither 0 nor at least 32: ${stops}`],
      severity: 'error',
    },
    'too large a stack': {
      tree: { 'fail2ban.local': '[Thread]\nstacksize = ⟦99999999⟧\n' },
      messages: [
        `stacksize = 99999999 is refused: it must be 0, or from 32 on as many KiB as the host has to spare; ${stops} - write 0 for the default of the system`,
      ],
      severity: 'error',
    },
  },
});

const isNoList = 'is not a list of whole numbers with one blank between them';

testRule(badBantimeFormula, {
  valid: {
    'numbers and expressions': {
      'jail.local': `${jail}bantime.multipliers = 1 2 4\nbantime.factor = 2.0 / 2.885385\nbantime.formula = ban.Time * (1<<(ban.Count if ban.Count<20 else 20)) * banFactor\n`,
    },
    'empty values': { 'jail.local': `${jail}bantime.multipliers =\nbantime.factor =\nbantime.formula =\n` },
    'packaged jails that are disabled': { 'jail.conf': '[b]\nbantime.multipliers = 1,2\n' },
  },
  invalid: {
    multipliers: {
      tree: {
        'jail.local': `${jail}bantime.multipliers = ⟦1,2, 4⟧\n[b]\nenabled = true\nfilter =\nbantime.multipliers = ⟦1 x⟧\n`,
      },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\nbantime.multipliers = 1 2 4\n[b]\nenabled = true\nfilter =\nbantime.multipliers = 1 x\n',
      },
      messages: [
        `bantime.multipliers = "1,2, 4" ${isNoList}: ${stops} - did you mean "1 2 4"?`,
        `bantime.multipliers = "1 x" ${isNoList}: ${stops}`,
      ],
      severity: 'error',
    },
    'multipliers of a disabled jail': {
      tree: { 'jail.local': '[a]\nbantime.multipliers = ⟦1;2⟧\n' },
      messages: [
        `bantime.multipliers = "1;2" ${isNoList}: ${stops} once a jail that uses it is enabled - did you mean "1 2"?`,
      ],
      severity: 'info',
    },
    'a factor, in two jails': {
      tree: {
        'jail.local': `[DEFAULT]\nbantime.factor = ⟦two⟧\n${jail}[b]\nenabled = true\nfilter =\n`,
      },
      messages: [
        `bantime.factor = "two" is refused: "two" means nothing here (2 jails: a, b); ${stops} - write a number, such as 2 or 1.5`,
      ],
    },
    'a formula': {
      tree: { 'jail.local': `${jail}bantime.formula = ban.Time * ⟦)⟧\n` },
      messages: [
        `bantime.formula = "ban.Time * )" is refused: Python can't work it out (bracket); ${stops} - leave it out to use the one fail2ban brings along, which doubles the time with every ban`,
      ],
    },
  },
});

const bits = 'write the number of network bits behind the /, such as 192.168.1.0/24';

testRule(badAddress, {
  valid: {
    'addresses, networks, netmasks, names': {
      'jail.local': `${jail}ignoreip = 127.0.0.1/8 ::1, 10.0.0.0/255.0.0.0\n  fe80::/10 [2001:db8::/32] office.example.org gateway xn--bcher-kva.example\n`,
    },
    'what is still to be filled in, and a comment, which are other rules': {
      'jail.local': `${jail}ignoreip = YOUR_IP x.x.x.x <office> ::1 # and 10.0.0.*\n  192.0.2.1 # office, home\n`,
    },
    'names that look like something else': {
      'jail.local': `${jail}ignoreip = my.ip.example.org 1.example.org a-b.example.org _dmz.example.org\n`,
    },
    'a disabled jail': { 'jail.local': '[a]\nignoreip = 10.0.0.0/abc\n' },
  },
  invalid: {
    'a mask that is a word': {
      tree: { 'jail.local': `${jail}ignoreip = 127.0.0.1/8 10.0.0.0⟦/abc⟧\n` },
      messages: [`"10.0.0.0/abc" in ignoreip is refused: "abc" is no number of bits; ${stops} - ${bits}`],
      severity: 'error',
    },
    'a netmask with gaps, on a line of its own': {
      tree: { 'jail.local': `${jail}ignoreip = 127.0.0.1/8\n  10.0.0.0⟦/255.0.255.0⟧\n` },
      messages: [`"10.0.0.0/255.0.255.0" in ignoreip is refused: the netmask has gaps; ${stops} - ${bits}`],
    },
    'in [DEFAULT], through a variable': {
      tree: {
        'jail.local': `[DEFAULT]\noffice = 192.0.2.0⟦/x⟧\nignoreip = ::1 %(office)s\n${jail}[b]\nenabled = true\nfilter =\n`,
      },
      messages: [
        `"192.0.2.0/x" in ignoreip is refused: "x" is no number of bits (2 jails: a, b); ${stops} - ${bits}`,
      ],
    },
    'wildcards, ranges and too many parts': {
      tree: {
        'jail.local': `[DEFAULT]\nignoreip = 127.0.0.1/8 ⟦192.168.178.*⟧,⟦10.x.x.x⟧\n  ⟦10.20.30.1-10.20.30.40⟧\n  ⟦10.0.0.1-20⟧ ⟦192.168.0.0.22⟧\n  ⟦127.0.01/8⟧ ⟦192.168.001.010⟧ ⟦1.2.3.256⟧ ⟦192.168.1⟧\n${jail}[b]\nenabled = true\nfilter =\n`,
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nignoreip = 127.0.0.1/8 192.168.178.0/24,10.0.0.0/8\n  10.20.30.1 10.20.30.2/31 10.20.30.4/30 10.20.30.8/29 10.20.30.16/28 10.20.30.32/29 10.20.30.40\n  10.0.0.1 10.0.0.2/31 10.0.0.4/30 10.0.0.8/29 10.0.0.16/30 10.0.0.20 192.168.0.0.22\n  127.0.0.1/8 192.168.1.10 1.2.3.256 192.168.1\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n',
      },
      messages: [
        '"192.168.178.*" in ignoreip has a wildcard, which fail2ban does not know - did you mean "192.168.178.0/24"?',
        '"10.x.x.x" in ignoreip has a wildcard, which fail2ban does not know - did you mean "10.0.0.0/8"?',
        '"10.20.30.1-10.20.30.40" in ignoreip is a range, which fail2ban does not know; write it as networks',
        '"10.0.0.1-20" in ignoreip is a range, which fail2ban does not know; write it as networks',
        '"192.168.0.0.22" in ignoreip is no address: it has 5 parts in place of four',
        '"127.0.01/8" in ignoreip is no address: it has 3 parts in place of four - did you mean "127.0.0.1/8"?',
        '"192.168.001.010" in ignoreip is no address as fail2ban reads it - did you mean "192.168.1.10"?',
        '"1.2.3.256" in ignoreip is no address: a part of one is 255 at most',
        '"192.168.1" in ignoreip is no address: it has 3 parts in place of four',
      ],
      severity: 'warning',
    },
    'words, quotes, masks and other signs': {
      tree: {
        'jail.local': `${jail}ignoreip = 127.0.0.1/8 ⟦and⟧ ⟦"192.0.2.1"⟧ ⟦10.0.0.0/33⟧ ⟦office.example.org/24⟧ ⟦192.0.2.1:22⟧\n  ⟦fe80::1%%eth0⟧ ⟦2001:db8:::1⟧ ⟦[2001:db8::]/32⟧ ⟦10.0.0.0/24.⟧ ⟦a;b⟧ ⟦-⟧\n`,
      },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\nignoreip = 127.0.0.1/8 192.0.2.1 10.0.0.0/33 office.example.org/24 192.0.2.1\n  fe80::1%%eth0 2001:db8:::1 2001:db8::/32 10.0.0.0/24 a;b -\n',
      },
      messages: [
        '"and" in ignoreip is taken for the name of a host',
        '"192.0.2.1" in ignoreip has quotes, which are taken for a part of it - did you mean "192.0.2.1"?',
        '"10.0.0.0/33" in ignoreip has a mask that is not between 0 and 32, so that it never matches',
        '"office.example.org/24" in ignoreip is a name with a mask, and only addresses have one',
        '"192.0.2.1:22" in ignoreip has a port - did you mean "192.0.2.1"?',
        '"fe80::1%eth0" in ignoreip has a zone, which no address in a log has',
        '"2001:db8:::1" in ignoreip is no IPv6 address',
        '"[2001:db8::]/32" in ignoreip has brackets in front of its mask, with which it is no network - did you mean "2001:db8::/32"?',
        '"10.0.0.0/24." in ignoreip has a mask that is none and counts as 0, so that every address is exempt - did you mean "10.0.0.0/24"?',
        '"a;b" in ignoreip is no address, network or name of a host',
        '"-" in ignoreip is no address, network or name of a host',
      ],
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nignoreip = ⟦10.*⟧\n' },
      messages: [
        '"10.*" in ignoreip has a wildcard, which fail2ban does not know - did you mean "10.0.0.0/8"?',
      ],
      severity: 'info',
    },
  },
});

const journalArguments = 'one of journalpath, journalfiles, journalflags, namespace, useDns';

testRule(badBackendArgument, {
  valid: {
    'arguments of systemd': {
      'jail.local': `${jail}backend = systemd[journalpath=/run/log, journalflags=1]\n`,
    },
    'no arguments': { 'jail.local': `${jail}backend = polling\n` },
    'a disabled jail': { 'jail.local': '[a]\nbackend = systemd[x=1]\n' },
  },
  invalid: {
    'a slip in a name': {
      tree: { 'jail.local': `${jail}backend = systemd[journalflag=⟦1⟧]\n` },
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nbackend = systemd[journalflags=1]\n' },
      messages: [`"journalflag" is no argument of backend systemd; ${stops} - ${journalArguments}`],
      severity: 'error',
    },
    'arguments of another backend': {
      tree: { 'jail.local': `${jail}backend = polling[interval=⟦5⟧]\n` },
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nbackend = polling\n' },
      messages: [`"interval" is no argument of backend polling; ${stops} - polling takes none`],
    },
    'flags that are no number, in two jails': {
      tree: {
        'jail.local': `[DEFAULT]\nbackend = systemd[journalflags=⟦all⟧]\n${jail}[b]\nenabled = true\nfilter =\n`,
      },
      messages: [
        `journalflags = "all" is not a number the journal takes (2 jails: a, b); ${stops} - write a number, such as 1 for logs of this machine`,
      ],
    },
  },
});

test('each release has its own arguments', () => {
  const files = { 'jail.local': `${jail}backend = systemd[rotated=on]\n` };
  expect(lintEntries(badBackendArgument, files, '1.1.1')).toEqual([]);
  expect(lintEntries(badBackendArgument, files, '1.1.0')).toHaveLength(1);
});

const asInTheManual = 'write it as in the manual: key="<ip>", max-count=100, max-time=5m';

testRule(badIgnorecache, {
  valid: {
    'as in the manual': { 'jail.local': `${jail}ignorecache = key="<ip>", max-count=100, max-time=5m\n` },
    'an empty one': { 'jail.local': `${jail}ignorecache =\n` },
    'a disabled jail': { 'jail.local': '[a]\nignorecache = 100\n' },
  },
  invalid: {
    'no list': {
      tree: { 'jail.local': `${jail}ignorecache = ⟦100⟧\n` },
      messages: [`ignorecache is refused: "100" is no list of key=value; ${stops} - ${asInTheManual}`],
      severity: 'error',
    },
    'no key': {
      tree: { 'jail.local': `${jail}ignorecache = ⟦max-count=100⟧\n` },
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nignorecache = key="<ip>", max-count=100\n' },
      messages: [`ignorecache is refused: it has no key; ${stops} - ${asInTheManual}`],
    },
    'a count that is no number': {
      tree: { 'jail.local': `[DEFAULT]\nignorecache = key=x, max-count=⟦many⟧\n${jail}` },
      messages: [
        `ignorecache is refused: max-count = "many" is not a whole number; ${stops} - ${asInTheManual}`,
      ],
    },
  },
});

test('a max-time of ignorecache is a time', () => {
  const files = { 'jail.local': `${jail}ignorecache = key=x, max-time=forever\n` };
  expect(lintEntries(badIgnorecache, files)).toEqual([]);
  expect(lintEntries(badTime, files)).toEqual([
    expect.stringMatching(/^jail\.local:4:\d+ error max-time of ignorecache = "forever" is not a time/),
  ]);
});

const backends = 'one of auto, pyinotify, gamin, polling, systemd';

testRule(unknownChoice, {
  valid: {
    'words in any case': {
      'jail.local': `${jail}backend = Polling\nusedns = RAW\nlogencoding = Latin-1\n`,
      'fail2ban.local': '[Definition]\nloglevel = notice\nallowipv6 = On\n',
    },
    'a word in a variable': { 'jail.local': `[DEFAULT]\nmine = systemd\n${jail}backend = %(mine)s\n` },
    'a comment behind the word, which another rule reports': {
      'jail.local': `${jail}backend = auto # ours\nusedns = no # ours\n`,
      'fail2ban.local': '[Definition]\nloglevel = INFO # ours\n',
    },
    'a backend that cannot be put together, which another rule reports': {
      'jail.local': `${jail}backend = %(nosuch)s\n`,
      'fail2ban.local': '[Definition]\nloglevel = %(nosuch)s\n',
    },
    'a backend of a disabled jail': { 'jail.local': '[a]\nbackend = nosuch\n' },
  },
  invalid: {
    'a slip in the backend': {
      tree: { 'jail.local': `${jail}backend = ⟦systemmd⟧\n` },
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nbackend = systemd\n' },
      messages: [`backend = "systemmd" is none fail2ban knows; ${stops} - did you mean systemd?`],
      severity: 'error',
    },
    'a backend of many jails': {
      tree: {
        'jail.local': `[DEFAULT]\nbackend = ⟦journald⟧\n${['a', 'b', 'c', 'd'].map(name => `[${name}]\nenabled = true\nfilter =\n`).join('')}`,
      },
      messages: [`backend = "journald" is none fail2ban knows (4 jails: a, b, c, …); ${stops} - ${backends}`],
    },
    'an encoding and a log level': {
      tree: {
        'fail2ban.local': '[Definition]\nloglevel = ⟦LOUD⟧\n',
        'jail.local': `${jail}logencoding = ⟦utf-9⟧\n`,
      },
      messages: [
        `loglevel = "LOUD" is none fail2ban knows; ${stops} - one of CRITICAL, ERROR, WARNING, NOTICE, INFO, DEBUG`,
        `logencoding = "utf-9" is no encoding Python knows; ${stops} - write auto, utf-8 or the name of another encoding`,
      ],
      severity: 'error',
    },
    'words that count as no': {
      tree: {
        'fail2ban.local': '[Definition]\nallowipv6 = ⟦maybe⟧\n',
        'jail.local': `[DEFAULT]\nusedns = ⟦false⟧\n${jail}[b]\nenabled = true\nfilter =\nusedns = ⟦nein⟧\n`,
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nusedns = no\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\nusedns = nein\n',
      },
      messages: [
        'allowipv6 = "maybe" is not one of auto, yes, no: it counts as no',
        'usedns = "false" is not one of yes, warn, no, raw: it counts as no - did you mean "no"?',
        'usedns = "nein" is not one of yes, warn, no, raw: it counts as no',
      ],
      severity: 'warning',
    },
    'auto in capitals': {
      tree: { 'fail2ban.local': '[Definition]\nallowipv6 = ⟦AUTO⟧\n' },
      messages: ['allowipv6 = "AUTO" is not one of auto, yes, no: it counts as no - did you mean "auto"?'],
      severity: 'warning',
    },
    'in a disabled jail': {
      tree: { 'jail.local': '[a]\nusedns = ⟦nein⟧\n' },
      messages: ['usedns = "nein" is not one of yes, warn, no, raw: it counts as no'],
      severity: 'info',
    },
  },
});

const offset =
  'write an offset such as +0200, UTC+0200 or an abbreviation such as CET; names like Europe/Berlin are not known';

testRule(unknownTimeZone, {
  valid: {
    'offsets and abbreviations': {
      'jail.local': `${jail}logtimezone = +0200\n[b]\nenabled = true\nfilter =\nlogtimezone = UTC+01:00\n[c]\nenabled = true\nfilter =\nlogtimezone = CET\n`,
    },
    'a disabled jail': { 'jail.local': '[a]\nlogtimezone = Europe/Berlin\n' },
    'a comment behind it, which another rule reports': { 'jail.local': `${jail}logtimezone = UTC # all\n` },
  },
  invalid: {
    'a name of the system': {
      tree: { 'jail.local': `${jail}logtimezone = ⟦Europe/Berlin⟧\n` },
      messages: [`logtimezone = "Europe/Berlin" is no time zone fail2ban knows; ${stops} - ${offset}`],
      severity: 'error',
    },
    'a word that is none': {
      tree: { 'jail.local': `${jail}logtimezone = ⟦UTC+2h⟧\n` },
      messages: [`logtimezone = "UTC+2h" is no time zone fail2ban knows; ${stops} - ${offset}`],
    },
    'in [DEFAULT]': {
      tree: { 'jail.local': `[DEFAULT]\nlogtimezone = ⟦local⟧\n${jail}[b]\nenabled = true\nfilter =\n` },
      messages: [
        `logtimezone = "local" is no time zone fail2ban knows (2 jails: a, b); ${stops} - ${offset}`,
      ],
    },
  },
});

const sendsMail = { 'action.d/m.conf': '[Definition]\nactionban = mail -s x <dest>\n[Init]\ndest = root\n' };
const mailsTo = (address: string) => `${jail}destemail = ${address}\naction = m[dest="%(destemail)s"]\n`;
const left = (option: string, value: string, effect: string) =>
  `${option} still holds a placeholder: "${value}"${effect}`;

testRule(placeholder, {
  valid: {
    'addresses one can have': {
      ...sendsMail,
      'jail.local': `${mailsTo('root@localhost')}sender = root@<fq-hostname>\n[b]\ndestemail = postmaster@shop.example.de\n[c]\nsender = you.first@company.net\n`,
    },
    'what the package says, and secrets that are empty': {
      'action.d/x.conf': '[Init]\napikey =\ntoken = 8a7bd63fxy\n',
      'jail.conf': '[DEFAULT]\ndestemail = root@localhost\n',
    },
    'example.com in a comment or in a name of a host': {
      'jail.local': `# destemail = you@example.com\n${jail}ignoreip = my.host.example.com 192.0.2.1\n`,
    },
    'other options': { 'jail.local': `${jail}logpath = /var/log/example.com/your-site.log\n` },
  },
  invalid: {
    'mail that is sent': {
      tree: { ...sendsMail, 'jail.local': mailsTo('⟦your@email.here⟧') },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\ndestemail = root@localhost\naction = m[dest="%(destemail)s"]\n',
      },
      messages: [left('destemail', 'your@email.here', '; the mail goes nowhere')],
      severity: 'warning',
    },
    'mail that nothing sends': {
      tree: {
        'jail.local': '[DEFAULT]\ndestemail = ⟦admin@example.com⟧\nsender = ⟦fail2ban@yourdomain.com⟧\n',
      },
      fixed: { 'jail.local': '[DEFAULT]\ndestemail = root@localhost\nsender = root@<fq-hostname>\n' },
      messages: ['destemail', 'sender'].map((option, index) =>
        left(
          option,
          ['admin@example.com', 'fail2ban@yourdomain.com'][index]!,
          ', though no action of an enabled jail uses it',
        ),
      ),
      severity: 'info',
    },
    'keys that are passed and set': {
      tree: {
        'action.d/x.conf':
          '[Definition]\nactionban = curl -H <apikey> -u <cfuser>\n[Init]\napikey =\ncfuser = ⟦your-cf-user⟧\n',
        'jail.local': `${jail}action = x[apikey="⟦YOUR_API_KEY⟧"]\n`,
      },
      messages: [
        left('cfuser', 'your-cf-user', '; the service turns it down'),
        left('apikey', 'YOUR_API_KEY', '; the service turns it down'),
      ],
      severity: 'warning',
    },
    'an action in Python': {
      tree: { 'jail.local': `${jail}action = smtp.py[dest="⟦you@example.org⟧", password=⟦changeme⟧]\n` },
      messages: [
        left('dest', 'you@example.org', '; the mail goes nowhere'),
        left('password', 'changeme', '; the service turns it down'),
      ],
    },
    'words in ignoreip': {
      tree: {
        'jail.local': `${jail}ignoreip = 127.0.0.1/8 ⟦YOUR_IP⟧ ⟦x.x.x.x⟧ ⟦<office-ip>⟧ ⟦your.home.ip.address⟧\n`,
      },
      messages: ['YOUR_IP', 'x.x.x.x', '<office-ip>', 'your.home.ip.address'].map(word =>
        left('ignoreip', word, '; it exempts nobody'),
      ),
      severity: 'warning',
    },
  },
});

const blocks = (rule: string) => ({ 'action.d/block.conf': `[Definition]\nactionban = ${rule}\n` });
const multiport = blocks('iptables -p <protocol> -m multiport --dports <port> -s <ip>');
const calls = 'action = block[port="%(port)s", protocol="%(protocol)s"]\n';
const blocked = (port: string, protocol = 'tcp') => `${jail}port = ${port}\nprotocol = ${protocol}\n${calls}`;
const refused = (port: string, reason: string, suggestion?: string) =>
  `port "${port}" is not accepted by the ban action block: it ${reason}; no ban of the jail works${suggestion === undefined ? '' : ` - did you mean "${suggestion}"?`}`;

testRule(badPort, {
  valid: {
    'numbers, ranges and names': {
      ...multiport,
      'jail.local': blocked('22,2200:2210,http,https,imap2,ssmtp,my-service,0:65535'),
    },
    'as nft and pf write them': {
      ...blocks('nft add rule dport \\{ <port> \\} drop'),
      'action.d/pf.conf': '[Definition]\nactionban = pfctl block port <port> <ip>\n',
      'jail.local': `${blocked('22, 2200-2210')}[b]\nenabled = true\nfilter =\nport = 80 443\naction = pf[port="%(port)s"]\n`,
    },
    'a jail whose action takes all ports': {
      'action.d/all.conf': '[Definition]\nactionban = iptables -I INPUT -p <protocol> -s <ip>\n',
      'jail.local': `${jail}port = any\naction = all[protocol=all, port="%(port)s"]\n`,
    },
    'a command that looks for its own protocol': {
      ...blocks('iptables -p tcp --dport <port> -s <ip>'),
      'jail.local': blocked('22', 'all'),
    },
    'a disabled jail, and a comment': {
      ...multiport,
      'jail.local': `[b]\nport = 1-2\n${blocked('22 # one two')}`,
    },
    'fifteen ports': { ...multiport, 'jail.local': blocked('1,2,3,4,5,6,7,8,9,10,11,12,13,14:15') },
  },
  invalid: {
    'a range of nft, in [DEFAULT]': {
      tree: {
        ...multiport,
        'jail.local': `[DEFAULT]\nport = ssh,⟦2200-2210⟧\nprotocol = tcp\n${calls}${jail}[b]\nenabled = true\nfilter =\n`,
      },
      fixed: {
        'jail.local':
          '[DEFAULT]\nport = ssh,2200:2210\nprotocol = tcp\naction = block[port="%(port)s", protocol="%(protocol)s"]\n[a]\nenabled = true\nfilter =\n[b]\nenabled = true\nfilter =\n',
      },
      messages: [refused('2200-2210', 'is no range to iptables, which writes it with a colon', '2200:2210')],
      severity: 'error',
    },
    'blanks between ports': {
      tree: { ...multiport, 'jail.local': blocked('⟦22 2222⟧') },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\nport = 22,2222\nprotocol = tcp\naction = block[port="%(port)s", protocol="%(protocol)s"]\n',
      },
      messages: [refused('22 2222', 'has blanks, which end the list', '22,2222')],
    },
    'blanks for nft': {
      tree: {
        ...blocks('nft add rule dport \\{ <port> \\} drop'),
        'jail.local': blocked('⟦22 2222⟧'),
      },
      messages: [refused('22 2222', 'has blanks in place of commas', '22,2222')],
    },
    'names that are none': {
      tree: {
        ...multiport,
        'jail.local': `${blocked('smtp,⟦imap3⟧')}${['htpp', 'HTTPS', 'nginx', 'all', '70000', '30:20']
          .map(
            (port, index) =>
              `[b${index}]\nenabled = true\nfilter =\nport = ⟦${port}⟧\nprotocol = tcp\n${calls}`,
          )
          .join('')}`,
      },
      messages: [
        refused('imap3', 'is no service', 'imap'),
        refused('htpp', 'is no service', 'http'),
        refused('HTTPS', 'is no service', 'https'),
        refused('nginx', 'is no service', 'http,https'),
        refused('all', 'is no port; for all ports use the banaction for all ports, or 0:65535'),
        refused('70000', 'is no port: 65535 is the last'),
        refused('30:20', 'is a range that ends before it begins', '20:30'),
      ],
    },
    'too many, and a list where one port stands': {
      tree: {
        'action.d/one.conf': '[Definition]\nactionban = iptables -p tcp --dport <port> -s <ip>\n',
        ...multiport,
        'jail.local': `${blocked('⟦1,2,3,4,5,6,7,8,9,10,11,12,13,14,15:16⟧')}[b]\nenabled = true\nfilter =\naction = one[port="⟦80,443⟧"]\n`,
      },
      messages: [
        refused(
          '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15:16',
          'has 16 ports, and 15 is the most multiport takes (a range counts as two)',
        ),
        'port "80,443" is not accepted by the ban action one: it is a list, and --dport takes one port or range; no ban of the jail works',
      ],
    },
    'the protocol of everything': {
      tree: { ...multiport, 'jail.local': blocked('http,https', '⟦all⟧') },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\nport = http,https\nprotocol = tcp\naction = block[port="%(port)s", protocol="%(protocol)s"]\n',
      },
      messages: [
        'protocol = all is not accepted by the ban action block together with ports, which only tcp, udp and the like have; no ban of the jail works',
      ],
    },
  },
});
