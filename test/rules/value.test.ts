import badTime from '../../rules/value/bad-time';
import wrongType from '../../rules/value/wrong-type';
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
      tree: {
        'fail2ban.local': '[Definition]\ndbmaxmatches = ⟦10.0⟧\n[Thread]\nstacksize = ⟦16⟧\n',
      },
      messages: [
        `dbmaxmatches = "10.0" ${isNoNumber}: ${stops}`,
        `stacksize = "16" is neither 0 nor at least 32: ${stops}`,
      ],
      severity: 'error',
    },
    'lines and lists': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = <HOST>\nmaxlines = ⟦ten⟧\n',
        'filter.d/y.conf': '[Definition]\nmaxlines = ⟦0⟧\n',
        'jail.local': `[a]\nenabled = true\nfilter = x\nbantime.multipliers = ⟦1,2, 4⟧\n[b]\nenabled = true\nfilter =\nmaxlines = ⟦-1⟧\nbantime.multipliers = ⟦1 x⟧\n`,
      },
      messages: [
        `maxlines = "ten" ${isNoNumber}: it is dropped`,
        `maxlines = "0" is not a number above zero: ${stops} once a jail uses it`,
        `bantime.multipliers = "1,2, 4" is not a list of whole numbers with one blank between them: ${stops} - did you mean "1 2 4"?`,
        `maxlines = "-1" is not a number above zero: ${stops}`,
        `bantime.multipliers = "1 x" is not a list of whole numbers with one blank between them: ${stops}`,
      ],
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
    'a parameter that only has the name of a time': {
      'action.d/x.conf': '[Definition]\nactionban = a\n[Init]\nbantime = <bantime>\n',
      'jail.local': `${jail}action = x[findtime="for ever"]\n`,
    },
  },
  invalid: {
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
