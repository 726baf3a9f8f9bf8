import removedName from '../../rules/upgrade/removed-name';
import renamedJail from '../../rules/upgrade/renamed-jail';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const jail = (name: string, more = '') => `[${name}]\nenabled = true\nlogpath = /var/log/a.log\n${more}`;
const sound = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' };
const stock = {
  'jail.conf': '[DEFAULT]\nfilter = %(__name__)s\n[sshd]\nport = ssh\nlogpath = /var/log/auth.log\n',
};

testRule(removedName, {
  valid: {
    'a file of that name that somebody put there': {
      'jail.local': jail('a', 'filter = sshd-ddos\n'),
      'filter.d/sshd-ddos.conf': '[Definition]\nfailregex = ^<HOST>$\n',
    },
    'a disabled jail': { 'jail.local': '[a]\nfilter = sshd-ddos\n' },
    'a name that never was': { 'jail.local': jail('a', 'filter = sshd-dos\n') },
    'an include of another kind of file': { 'jail.local': '[INCLUDES]\nbefore = iptables-common.conf\n' },
    'a .local in place of what was removed': {
      'action.d/a.conf': '[INCLUDES]\nbefore = iptables-common.conf\n[Definition]\nactionban = a <ip>\n',
      'action.d/iptables-common.local': '[Init]\nchain = INPUT\n',
    },
  },
  invalid: {
    'a filter without arguments': {
      tree: {
        'jail.local': jail('a', 'filter = ⟦postfix-sasl⟧\n') + jail('b', 'filter = x\n'),
        'filter.d/postfix.conf': '[Definition]\nfailregex = ^<HOST>$\n',
        ...sound,
      },
      messages: [
        'filter "postfix-sasl" was removed in fail2ban 0.10; [a] is skipped - use postfix[mode=auth]',
      ],
      fixed: { 'jail.local': jail('a', 'filter = postfix[mode=auth]\n') + jail('b', 'filter = x\n') },
    },
    'a removed include that has a successor': {
      tree: {
        'action.d/a.conf':
          '[INCLUDES]\nbefore = ⟦iptables-common.conf⟧\n[Definition]\nactionban = <iptables> <ip>\n',
        'action.d/iptables.conf': '[Init]\niptables = iptables\n',
      },
      messages: [
        'iptables-common.conf, which action.d/a.conf includes, was removed in fail2ban 1.0, and fail2ban goes on without it once a jail uses it - include iptables.conf',
      ],
      fixed: {
        'action.d/a.conf': '[INCLUDES]\nbefore = iptables.conf\n[Definition]\nactionban = <iptables> <ip>\n',
      },
    },
    'a filter': {
      tree: {
        'jail.local': jail('a', 'filter = ⟦postfix-sasl⟧[mode=x]\n') + jail('b', 'filter = x\n'),
        ...sound,
      },
      messages: [
        'filter "postfix-sasl" was removed in fail2ban 0.10; [a] is skipped - use postfix[mode=auth]',
      ],
      severity: 'error',
      fixed: {},
    },
    'a filter by the name of its jail, in the only jail': {
      tree: { ...stock, 'jail.local': '⟦[sshd-ddos]⟧\nenabled = true\nlogpath = /var/log/auth.log\n' },
      messages: [
        'filter "sshd-ddos" was removed in fail2ban 0.10; [sshd-ddos] is skipped, and as no other jail is sound fail2ban will not start - use sshd[mode=ddos]',
      ],
      fixed: {
        'jail.local': '[sshd-ddos]\nenabled = true\nlogpath = /var/log/auth.log\nfilter = sshd[mode=ddos]\n',
      },
    },
    'an action through a variable': {
      tree: {
        'jail.local': `[DEFAULT]\nbanaction = ⟦badips⟧\naction = %(banaction)s[category=ssh]\n${jail('a', 'filter = x\n')}`,
        ...sound,
      },
      messages: [
        'action "badips" was removed in fail2ban 1.0; [a] is skipped, and as no other jail is sound fail2ban will not start - its service is gone, so leave it out',
      ],
    },
    'an action in Python': {
      tree: { 'jail.local': jail('a', 'filter = x\naction = ⟦badips.py⟧[category=ssh]\n'), ...sound },
      messages: [
        'action badips.py was removed in fail2ban 1.0; fail2ban will not start - its service is gone, so leave it out',
      ],
    },
    'an include of an action in use': {
      tree: {
        'jail.local': jail('a', 'filter = x\naction = a\n'),
        ...sound,
        'action.d/a.conf':
          '[INCLUDES]\nbefore = ⟦iptables-common.conf⟧\n[Definition]\nactionban = <iptables> -I f2b -s <ip> -j <blocktype>\n',
      },
      messages: [
        'iptables-common.conf, which action.d/a.conf includes, was removed in fail2ban 1.0, and fail2ban goes on without it: nothing stands for <iptables> then, and the ban command fails - include iptables.conf',
      ],
      severity: 'error',
    },
    'an include of an action no jail uses': {
      tree: {
        'action.d/a.conf': '[INCLUDES]\nbefore = ⟦nftables-common.conf⟧\n[Definition]\nactionban = a\n',
      },
      messages: [
        'nftables-common.conf, which action.d/a.conf includes, was removed in fail2ban 0.10, and fail2ban goes on without it once a jail uses it - include nftables.conf',
      ],
      severity: 'warning',
    },
  },
});

test('0.11 still has what went with 1.0', () => {
  const files = { 'jail.local': jail('a', 'filter = x\naction = badips\n'), ...sound };
  expect(lintEntries(removedName, files, '0.11.2')).toEqual([]);
  expect(lintEntries(removedName, files, '1.0.2')).toHaveLength(1);
});

const lacking = (old: string, name: string) =>
  `[${old}] is called [${name}] since fail2ban 0.9: here it is a new jail that lacks the filter or the log of that one and bans nobody`;
const dead = (old: string, name: string) =>
  `[${old}] is called [${name}] since fail2ban 0.9: these settings reach no jail`;

testRule(renamedJail, {
  valid: {
    'a complete jail of that name': { ...stock, 'jail.local': jail('ssh', 'filter = sshd\n') },
    'a filter of that name, and the journal': {
      ...stock,
      'jail.local': '[apache]\nenabled = true\nbackend = systemd\n',
      'filter.d/apache.conf': '[Definition]\nfailregex = ^<HOST>$\n',
    },
    'the name in the package': {
      'jail.conf': '[ssh]\nport = ssh\n',
      'jail.local': '[ssh]\nenabled = true\n',
    },
    'a name of one’s own': { ...stock, 'jail.local': '[sshx]\nenabled = true\n' },
  },
  invalid: {
    'a jail switched off, though the one of the new name may be on': {
      tree: {
        ...stock,
        'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
        'jail.local': '⟦[ssh]⟧\nenabled = false\nmaxretry = 6\n',
        ...sound,
      },
      messages: [dead('ssh', 'sshd')],
      fixed: { 'jail.local': '[sshd]\nenabled = false\nmaxretry = 6\n' },
    },
    'two sections for one jail': {
      tree: {
        ...stock,
        'jail.local': '⟦[ssh]⟧\nmaxretry = 6\n[sshd]\nenabled = true\n',
        'filter.d/sshd.conf': '[Definition]\nfailregex = ^<HOST>$\n',
      },
      messages: [dead('ssh', 'sshd')],
      fixed: {},
    },
    'a jail of Debian 7, the only one': {
      tree: { ...stock, 'jail.local': '⟦[ssh]⟧\nenabled = true\nmaxretry = 6\n' },
      messages: [lacking('ssh', 'sshd')],
      severity: 'error',
      fixed: { 'jail.local': '[sshd]\nenabled = true\nmaxretry = 6\n' },
    },
    'a jail of the manual page, in a part of a configuration': {
      tree: { 'jail.d/ssh.conf': '⟦[ssh-iptables]⟧\nenabled = true\n' },
      messages: [lacking('ssh-iptables', 'sshd')],
    },
    'a filter without a log': {
      tree: { ...stock, 'jail.local': '⟦[sasl]⟧\nenabled = true\nfilter = x\n', ...sound },
      messages: [lacking('sasl', 'postfix-sasl')],
    },
    'a disabled one, once for all its files': {
      tree: {
        ...stock,
        'jail.d/a.conf': '[couriersmtp]\nport = smtp\n',
        'jail.local': '⟦[couriersmtp]⟧\nenabled = false\n',
      },
      messages: [dead('couriersmtp', 'courier-smtp')],
      severity: 'warning',
    },
  },
});
