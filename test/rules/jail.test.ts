import duplicateJail from '../../rules/jail/duplicate-jail';
import filterNotFound from '../../rules/jail/filter-not-found';
import nameTooLong from '../../rules/jail/name-too-long';
import noFailregex from '../../rules/jail/no-failregex';
import noLogpath from '../../rules/jail/no-logpath';
import reservedName from '../../rules/jail/reserved-name';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const regex = '[Definition]\nfailregex = ^<HOST>$\n';
const sound = { 'jail.d/a.conf': '[sound]\nenabled = true\n', 'filter.d/sound.conf': regex };

testRule(filterNotFound, {
  valid: {
    'a filter that is a .local alone': {
      'jail.local': '[a]\nenabled = true\nfilter = x\n',
      'filter.d/x.local': regex,
    },
    'a filter in a directory of its own name': {
      'jail.local': '[a]\nenabled = true\nfilter = x\n',
      'filter.d/x.d/one.conf': regex,
    },
    'no filter on purpose': { 'jail.local': '[a]\nenabled = true\nfilter =\nfailregex = ^<HOST>$\n' },
    'a disabled jail': { 'jail.local': '[a]\nenabled = false\nfilter = nosuch\n' },
    'an action that does not exist': {
      'jail.local': '[a]\nenabled = true\nfilter = x\naction = nosuch\n',
      'filter.d/x.conf': regex,
    },
    'a comment behind the name, which another rule reports': {
      'jail.local': '[a]\nenabled = true\nfilter = x # mine\n',
      'filter.d/x.conf': regex,
    },
  },
  invalid: {
    'words swapped, parameters left out': {
      tree: {
        ...sound,
        'jail.local': '[web]\nenabled = true\nfilter = ⟦nginx-req-limit⟧[mode=normal]\n',
        'filter.d/nginx-limit-req.conf': regex,
      },
      fixed: { 'jail.local': '[web]\nenabled = true\nfilter = nginx-limit-req[mode=normal]\n' },
      messages: [
        'filter "nginx-req-limit" of [web] does not exist: the jail is skipped - did you mean "nginx-limit-req"?',
      ],
      severity: 'error',
    },
    'the name of the jail, in capitals': {
      tree: {
        'jail.conf': '[DEFAULT]\nfilter = %(__name__)s[mode=normal]\n[sshd]\nenabled = true\n',
        'jail.d/ssh.local': '⟦[SSHD]⟧\nenabled = true\n',
        'filter.d/sshd.conf': regex,
      },
      fixed: { 'jail.d/ssh.local': '[sshd]\nenabled = true\n' },
      messages: ['filter "SSHD" of [SSHD] does not exist: the jail is skipped - did you mean "sshd"?'],
    },
    'through a variable': {
      tree: {
        ...sound,
        'jail.local': '[DEFAULT]\nmine = ⟦nosuch⟧\n[a]\nenabled = true\nfilter = %(mine)s\n',
      },
      messages: ['filter "nosuch" of [a] does not exist: the jail is skipped'],
    },
    'a blank before the parameters': {
      tree: {
        ...sound,
        'jail.local': '[a]\nenabled = true\nfilter = ⟦sshd ⟧[mode=aggressive]\n',
        'filter.d/sshd.conf': regex,
      },
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = sshd[mode=aggressive]\n' },
      messages: ['filter "sshd " of [a] does not exist: the jail is skipped - did you mean "sshd"?'],
    },
    'no jail is left': {
      tree: {
        'jail.conf': '[a]\nfilter = nosuch\n',
        'jail.local': '⟦[a]⟧\nenabled = true\n[b]\nenabled = false\n',
      },
      messages: [
        'filter "nosuch" of [a] does not exist: the jail is skipped, and as no other jail is sound fail2ban does not start',
      ],
    },
  },
});

const watching = { 'filter.d/x.conf': regex };
const nothing = 'there is neither a logpath nor backend = systemd';

testRule(noLogpath, {
  valid: {
    'a logpath, own or inherited': {
      ...watching,
      'jail.local':
        '[DEFAULT]\nlogpath = /var/log/all.log\n[a]\nenabled = true\nfilter = x\n[b]\nenabled = true\nfilter = x\nlogpath = /b\n',
    },
    'the journal': {
      ...watching,
      'jail.local': '[a]\nenabled = true\nfilter = x\nbackend = systemd[journalflags=1]\n',
    },
    'a jail for bans by hand': { 'jail.local': '[a]\nenabled = true\nfilter =\n' },
    'a disabled jail, and one that is skipped': {
      ...watching,
      'jail.local': '[a]\nfilter = x\n[b]\nenabled = true\nfilter = nosuch\n',
    },
    'a file that is not read to its end': {
      ...watching,
      'jail.local': '[a]\nenabled = true\nfilter = x\n<<<<<<< ours\nlogpath = /a\n',
    },
  },
  invalid: {
    'an old name, with the filter of the new one': {
      tree: {
        ...watching,
        'jail.conf': '[sshd]\nlogpath = /var/log/auth.log\n',
        'jail.local': '⟦[ssh]⟧\nenabled = true\nfilter = x\n',
      },
      messages: [`[ssh] is enabled and watches nothing: ${nothing}`],
      severity: 'error',
    },
    'two jails that are enabled by one line': {
      tree: {
        ...watching,
        'jail.conf': '[a]\nport = 1\n[b]\nport = 2\n',
        'jail.local': '[DEFAULT]\n⟦enabled = true⟧\nfilter = x\n',
      },
      messages: [`2 jails (a, b) are enabled and watch nothing: ${nothing}`],
    },
    'a logpath that is set and empty': {
      tree: { ...watching, 'jail.local': '[a]\nenabled = true\nfilter = x\nlogpath ⟦:⟧\n' },
      messages: [
        'logpath is set and names no file; fail2ban will not start - name a log file, or remove the option and set backend = systemd',
      ],
    },
  },
});

test('1.1.1 leaves a jail without log files out where that is wanted', () => {
  const files = {
    ...watching,
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': '[a]\nenabled = true\nfilter = x\nlogpath =\nskip_if_nologs = true\n',
  };
  expect(lintEntries(noLogpath, files, '1.1.1')).toEqual([
    'jail.conf:4:9 error logpath is set and names no file; [a] is skipped - name a log file, or remove the option and set backend = systemd',
  ]);
});

const isReserved = (name: string, why: string) =>
  `a jail can't be named "${name}": ${why}; fail2ban will not start - give the section another name`;
const isSetting = 'it is the name of a setting of fail2ban itself';

testRule(reservedName, {
  valid: {
    'names that only look alike': {
      ...watching,
      'jail.local': '[Thread]\nenabled = true\nfilter = x\n[dbfile2]\nenabled = true\nfilter = x\n',
    },
    'a disabled jail': { 'jail.local': '[thread]\nfilter = x\n' },
    'a setting that takes any word': {
      ...watching,
      'jail.local': '[syslogsocket]\nenabled = true\nfilter = x\n',
    },
  },
  invalid: {
    'a section of fail2ban.conf': {
      tree: { ...watching, 'jail.local': '⟦[thread]⟧\nenabled = true\nfilter = x\n' },
      messages: [isReserved('thread', isSetting)],
      severity: 'error',
    },
    'an option of fail2ban.conf, with its section in two files': {
      tree: {
        ...watching,
        'jail.d/a.conf': '[loglevel]\nfilter = x\n',
        'jail.local': '⟦[loglevel]⟧\nenabled = true\n',
      },
      fixed: {
        'jail.d/a.conf': '[loglevel-jail]\nfilter = x\n',
        'jail.local': '[loglevel-jail]\nenabled = true\n',
      },
      messages: [isReserved('loglevel', isSetting)],
    },
    'what stands for all jails': {
      tree: { ...watching, 'jail.local': '⟦[--all]⟧\nenabled = true\nfilter = x\n' },
      messages: [isReserved('--all', 'it stands for all jails')],
    },
  },
});

const finds = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' };
const runs = (name: string, more = '') => `[${name}]\nenabled = true\nfilter = x\nlogpath = /a.log\n${more}`;

testRule(noFailregex, {
  valid: {
    'regexes of the jail, or of another file': {
      'filter.d/x.conf': '[Definition]\nfailregex =\n',
      'filter.d/y.conf': '[INCLUDES]\nbefore = z.conf\n[Definition]\n',
      'filter.d/z.conf': '[Definition]\nfailregex = ^<HOST>$\n',
      'jail.local': `${runs('a')}failregex = ^<HOST>$\n[b]\nenabled = true\nfilter = y\n`,
    },
    'jails for bans by hand': {
      'filter.d/x.conf': '[Definition]\nfailregex =\n',
      'jail.local': `[a]\nenabled = true\nfilter =\n${runs('manual')}[b]\nenabled = true\nfilter = x\nlogpath = /dev/null\n`,
    },
    'a disabled jail, and a filter that has no [Definition]': {
      'filter.d/x.conf': '[definition]\nfailregex = ^<HOST>$\n',
      'jail.local': `${runs('a')}[b]\nfilter = x\n`,
    },
    'a value that can not be put together': {
      'filter.d/x.conf': '[Definition]\nfailregex = %(nosuch)s\n',
      'jail.local': runs('a'),
    },
  },
  invalid: {
    'an empty list, in two jails': {
      tree: {
        'filter.d/x.conf': '[Definition]\n⟦failregex =⟧\n#  ^<HOST>$\nignoreregex =\n',
        'jail.local': runs('a') + runs('b'),
      },
      messages: ['[a] has no failregex, so it can never find a failure (the list is empty)'],
      severity: 'error',
    },
    'a filter that sets none': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailreg = ^<HOST>$\n',
        'jail.local': runs('a').replace('[a]', '⟦[a]⟧'),
      },
      messages: ['[a] has no failregex, so it can never find a failure (filter x sets none)'],
    },
    'emptied by the jail': {
      tree: { ...finds, 'jail.local': runs('a', '⟦failregex =⟧\n') },
      messages: ['[a] has no failregex, so it can never find a failure (the list is empty)'],
    },
  },
});

const both = (second: string, first: string) =>
  `[${second}] and [${first}] use the same filter (x) and log: each failure counts in both, and both ban`;

testRule(duplicateJail, {
  valid: {
    'other logs, filters and modes': {
      ...finds,
      'filter.d/y.conf': '[Definition]\nfailregex = ^<word> <HOST>$\n',
      'jail.local': `${runs('a')}[b]\nenabled = true\nfilter = x\nlogpath = /b.log\n[c]\nenabled = true\nfilter = y[word=c]\nlogpath = /a.log\n[d]\nenabled = true\nfilter = y[word=d]\nlogpath = /a.log\n`,
    },
    stages: {
      ...finds,
      'jail.local': `${runs('a', 'bantime = 10m\n')}${runs('b', 'bantime = 1w\n')}${runs('c', 'findtime = 1d\n')}`,
    },
    'other actions, and other ports': {
      ...finds,
      'action.d/k.conf': '[Definition]\nactionban = k\n',
      'jail.local': `${runs('a', 'port = 25\n')}${runs('b', 'port = 587\n')}${runs('c', 'action = k\n')}`,
    },
    'one that is disabled, and one that reads the journal': {
      ...finds,
      'jail.local': `${runs('a')}${runs('b').replace('true', 'false')}${runs('c', 'backend = systemd\n')}`,
    },
  },
  invalid: {
    'the same with another name': {
      tree: {
        ...finds,
        'jail.local': `${runs('a', 'port = ssh\n')}⟦[b]⟧\n${runs('b', 'maxretry = 9\nport = 22,2222\n').slice(4)}`,
      },
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = x\nlogpath = /a.log\nport = ssh\n[b]\nenabled = false\nfilter = x\nlogpath = /a.log\nmaxretry = 9\nport = 22,2222\n',
      },
      messages: [both('b', 'a')],
      severity: 'warning',
      related: ['jail.local:1:1'],
    },
    'one of several logs': {
      tree: {
        ...finds,
        'jail.d/a.conf': `${runs('a', 'port = 0:65535\n')}`,
        'jail.local': `⟦[b]⟧\nenabled = true\nfilter = x\nlogpath = /b.log\n  /a.log tail\nport = 25\n`,
      },
      messages: [both('b', 'a')],
    },
    'the journal, three times': {
      tree: {
        ...finds,
        'jail.local': `[DEFAULT]\nbackend = systemd\nfilter = x\n[a]\nenabled = true\n⟦[b]⟧\nenabled = true\n⟦[c]⟧\nenabled = true\n`,
      },
      messages: [both('b', 'a'), both('c', 'a')],
    },
  },
});

const chain =
  '[Definition]\nactionstart = iptables -w -N f2b-<name>\nactionban = iptables -I f2b-<name> -s <ip>\n';
const longName = 'a-jail-with-25-characters';
const perFamily =
  '[Definition]\nactionstart = ipset -exist create <set> hash:ip\n[Init]\nset = f2b-<name>\n[Init?family=inet6]\nset = f2b-<name>6\n';

testRule(nameTooLong, {
  valid: {
    'a name that just fits': {
      ...finds,
      'action.d/c.conf': chain,
      'jail.local': runs(longName.slice(1), 'action = c\n'),
    },
    'another name for the action, and a chain of its own': {
      ...finds,
      'action.d/c.conf': chain,
      'action.d/d.conf': '[Definition]\nactionstart = iptables -N fixed\nactionban = d <name>\n',
      'jail.local': runs(`${longName}-and-more`, 'action = c[name=short]\n  d\n'),
    },
    'sets, which may be longer': {
      ...finds,
      'action.d/c.conf': perFamily,
      'action.d/d.conf': '[Definition]\nactionstart = nft add set inet t addr-set-<name> {}\n',
      'jail.local': runs(`${longName}x`, 'action = c\n') + runs(`${longName}-and-more`, 'action = d\n'),
    },
    'a disabled jail': {
      'action.d/c.conf': chain,
      'jail.local': `[${longName}]\naction = c\n`,
    },
  },
  invalid: {
    'a chain of iptables': {
      tree: {
        ...finds,
        'action.d/c.conf': chain,
        'jail.local': runs(longName, 'action = c\n').replace(/^\[.*\]/, '⟦$&⟧'),
      },
      fixed: { 'jail.local': '[a-jail-with-25]\nenabled = true\nfilter = x\nlogpath = /a.log\naction = c\n' },
      messages: [
        `jail name "${longName}" has 25 characters: the iptables chain f2b-${longName} would have 29, and 28 is the most; no ban of the jail works`,
      ],
      severity: 'error',
    },
    'a chain whose name is put in by the server': {
      tree: {
        ...finds,
        'action.d/c.conf':
          '[Definition]\nactionstart = iptables -N f2b-<name>\nactionban = b <ip>\n[Init?family=inet6]\nname = x\n',
        'jail.local': runs(longName, 'action = c\n').replace(/^\[.*\]/, '⟦$&⟧'),
      },
      messages: [
        `jail name "${longName}" has 25 characters: the iptables chain f2b-${longName} would have 29, and 28 is the most; no ban of the jail works`,
      ],
    },
    'the set for IPv6': {
      tree: {
        ...finds,
        'action.d/c.conf': perFamily,
        'jail.local': runs(`${longName}xy`, 'action = c\n').replace(/^\[.*\]/, '⟦$&⟧'),
      },
      messages: [
        `jail name "${longName}xy" has 27 characters: the ipset f2b-${longName}xy6 would have 32, and 31 is the most; no ban of the jail works`,
      ],
    },
    'a name that is passed': {
      tree: {
        ...finds,
        'action.d/c.conf': chain,
        'jail.local': runs('a', `action = c[name=⟦${longName}⟧]\n`),
      },
      fixed: {
        'jail.local': '[a]\nenabled = true\nfilter = x\nlogpath = /a.log\naction = c[name=a-jail-with-25]\n',
      },
      messages: [
        `name "${longName}" of action c has 25 characters: the iptables chain f2b-${longName} would have 29, and 28 is the most; no ban of the jail works`,
      ],
    },
  },
});
