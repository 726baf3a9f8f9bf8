import filterNotFound from '../../rules/jail/filter-not-found';
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
      messages: [isReserved('loglevel', isSetting)],
    },
    'what stands for all jails': {
      tree: { ...watching, 'jail.local': '⟦[--all]⟧\nenabled = true\nfilter = x\n' },
      messages: [isReserved('--all', 'it stands for all jails')],
    },
  },
});
