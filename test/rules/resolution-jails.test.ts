import defaultIgnored from '../../rules/resolution/default-ignored';
import enabledInDefault from '../../rules/resolution/enabled-in-default';
import jailNotEnabled from '../../rules/resolution/jail-not-enabled';
import noJailEnabled from '../../rules/resolution/no-jail-enabled';
import shadowed from '../../rules/resolution/shadowed';
import { testRule } from './test-rule';

const stock = {
  'jail.conf':
    '[DEFAULT]\nenabled = false\nbackend = auto\nport = 0:65535\nbanaction = x\nbantime = 10m\n[sshd]\nport = ssh\nlogpath = %(sshd_log)s\nbackend = %(sshd_backend)s\n[recidive]\nlogpath = /var/log/fail2ban.log\nbantime = 1w\nbanaction = %(banaction)s-all\n[web]\nport = http\nlogpath = /var/log/web.log\n',
  'paths-debian.conf': '[DEFAULT]\nsshd_log = /var/log/auth.log\nsshd_backend = %(default/backend)s\n',
};
const included = { ...stock, 'jail.conf': `[INCLUDES]\nbefore = paths-debian.conf\n${stock['jail.conf']}` };
const switchesOn = (which: string) =>
  `"enabled" in [DEFAULT] switches on ${which}; fail2ban does not start if one of them has no log file`;

testRule(enabledInDefault, {
  valid: {
    'a value that is no yes': { ...stock, 'jail.local': '[DEFAULT]\nenabled = ture\n' },
    'overridden by a later file': {
      ...stock,
      'jail.d/a.conf': '[DEFAULT]\nenabled = true\n',
      'jail.local': '[DEFAULT]\nenabled = false\n',
    },
    'jails that are enabled one by one': { ...stock, 'jail.local': '[sshd]\nenabled = true\n' },
    'no jail that inherits it': {
      'jail.conf': '[sshd]\nenabled = false\n',
      'jail.local': '[DEFAULT]\nenabled = true\n',
    },
  },
  invalid: {
    'all jails of jail.conf': {
      tree: { ...stock, 'jail.local': '[DEFAULT]\n⟦enabled = Yes⟧\n[sshd]\nport = 22\n' },
      messages: [switchesOn('all 3 jails that do not say otherwise (sshd, recidive, web)')],
      severity: 'error',
      fixed: { 'jail.local': '[DEFAULT]\n[sshd]\nport = 22\nenabled = true\n' },
    },
    'through a variable, with one jail left': {
      tree: {
        ...stock,
        'jail.local':
          '[DEFAULT]\non = true\n⟦enabled = %(on)s⟧\n[sshd]\nenabled = false\n[recidive]\nenabled = true\n',
      },
      messages: [switchesOn('[web]')],
      fixed: { 'jail.local': '[DEFAULT]\non = true\n[sshd]\nenabled = false\n[recidive]\nenabled = true\n' },
    },
    'in an included file': {
      tree: {
        ...stock,
        'jail.d/a.conf': '[INCLUDES]\nbefore = shared.inc\n',
        'jail.d/shared.inc': '[DEFAULT]\n⟦enabled = 1⟧\n',
      },
      messages: [switchesOn('all 3 jails that do not say otherwise (sshd, recidive, web)')],
      fixed: {
        'jail.d/shared.inc': '[DEFAULT]\n',
        'jail.local':
          '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n[sshd]\nenabled = true\n',
      },
    },
    'without jail.conf': {
      tree: { 'jail.local': '[DEFAULT]\n⟦enabled = true⟧\n[a]\nenabled = false\n' },
      messages: [switchesOn('every jail of jail.conf')],
    },
  },
});

const off = (name: string) =>
  `[${name}] is set up here but never enabled: without enabled = true fail2ban leaves it off`;

testRule(jailNotEnabled, {
  valid: {
    'what the package says as well': {
      'jail.conf': '[DEFAULT]\nenabled = false\n[sshd]\nport = 2222\n',
      'jail.local': '[sshd]\nport = 2222\n',
    },
    'switched off in words': { ...stock, 'jail.local': '[sshd]\nenabled = false\nport = 22\n' },
    'switched off in another file': {
      ...stock,
      'jail.d/a.conf': '[sshd]\nenabled = false\n',
      'jail.local': '[sshd]\nport = 22\n',
    },
    'a value that is none, which another rule reports': {
      ...stock,
      'jail.local': '[sshd]\nenabled = ture\nport = 22\n',
    },
    'a misspelt, an indented and a commented line': {
      ...stock,
      'jail.local':
        '[sshd]\nenable = true\nport = 22\n[web]\nport = http\n  enabled = true\n[recidive]\n#enabled = true\nbantime = 2w\n',
    },
    'an alias of the option': { ...stock, 'jail.local': '[sshd]\nactive = true\nport = 22\n' },
    'enabled in [DEFAULT] or in a packaged file': {
      ...stock,
      'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
      'jail.local': '[sshd]\nport = 22\n',
    },
    'values for others, and an empty section': {
      ...stock,
      'jail.local': '[ports]\nfilter = a\n[web]\n[x]\nenabled = true\nport = %(ports/filter)s\n',
    },
    'no jails': {
      ...stock,
      'jail.local': '[Definition]\nfailregex = a\n[default]\nlogpath = /x\n[mine]\nport = 1\n',
    },
    'an old name, which another rule reports': { ...stock, 'jail.local': '[ssh]\nlogpath = /x\n' },
    'a file that cannot be parsed': { ...stock, 'jail.local': '[sshd]\nport = 22\nenabled\n' },
    'a packaged file': stock,
  },
  invalid: {
    'a jail of jail.conf': {
      tree: { ...stock, 'jail.local': '[sshd]\nenabled = true\n⟦[recidive]⟧\nbantime = 2w\n' },
      messages: [off('recidive')],
      severity: 'warning',
      fixed: { 'jail.local': '[sshd]\nenabled = true\n[recidive]\nbantime = 2w\nenabled = true\n' },
    },
    'a jail of one’s own': {
      tree: { 'jail.d/shop.conf': '⟦[shop]⟧\nfilter = shop\nlogpath = /var/log/shop.log\n' },
      messages: [off('shop')],
    },
    'one in two files, once in the later': {
      tree: { ...stock, 'jail.d/a.conf': '[web]\nport = 80\n', 'jail.local': '⟦[web]⟧\nport = 443\n' },
      messages: [off('web')],
      fixed: { 'jail.local': '[web]\nport = 443\nenabled = true\n' },
    },
  },
});

testRule(shadowed, {
  valid: {
    'a file that is read once more, by another way': {
      'jail.local': '[DEFAULT]\nbantime = 1h\n',
      'jail.d/x.local': '[INCLUDES]\nbefore = ../jail.local\n',
    },
    'the package overridden': {
      ...stock,
      'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
      'jail.d/00-firewalld.conf': '[DEFAULT]\nbanaction = a\n',
      'jail.local': '[DEFAULT]\nbanaction = b\n[sshd]\nenabled = false\n',
    },
    'what the package says as well': {
      'jail.d/custom.conf': '[sshd]\nenabled = true\n',
      'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
    },
    'a .local beside its .conf': { 'jail.d/a.conf': '[a]\nport = 1\n', 'jail.d/a.local': '[a]\nport = 2\n' },
    'an included file with values to be overridden': {
      'jail.local': '[INCLUDES]\nbefore = defaults.inc\n[a]\nport = 2\n',
      'defaults.inc': '[a]\nport = 1\n',
    },
    'a value that is added to': {
      'jail.d/a.conf': '[a]\nlogpath = /var/log/a.log\n',
      'jail.local': '[a]\nlogpath = %(known/logpath)s\n /var/log/b.log\n',
    },
    '[DEFAULT] and a jail': { 'jail.d/a.conf': '[DEFAULT]\nport = 1\n', 'jail.local': '[a]\nport = 2\n' },
  },
  invalid: {
    'jail.d/*.conf against jail.local': {
      tree: {
        'jail.d/zz.conf': '[a]\n⟦bantime = 1440m⟧\nmaxretry = 3\n',
        'jail.local': '[a]\nenabled = true\nbantime = 10m\n',
      },
      messages: ['bantime = 1440m in [a] has no effect: jail.local is read later and sets 10m'],
      severity: 'warning',
      related: ['jail.local:3:1'],
      fixed: { 'jail.d/zz.conf': '[a]\nmaxretry = 3\n' },
    },
    '[DEFAULT] of jail.local against jail.d/*.local': {
      tree: {
        'jail.d/b.local': '[DEFAULT]\nignoreip = 192.0.2.1\n  192.0.2.2\n',
        'jail.local': '[DEFAULT]\n⟦ignoreip = 127.0.0.1/8⟧\n',
      },
      messages: [
        'ignoreip = 127.0.0.1/8 in [DEFAULT] has no effect: jail.d/b.local is read later and sets another value',
      ],
      severity: 'warning',
      fixed: { 'jail.local': '[DEFAULT]\n' },
    },
    'the package is read later': {
      tree: {
        'jail.d/00-mine.conf': '[sshd]\n⟦enabled = false⟧\n',
        'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
      },
      messages: [
        'enabled = false in [sshd] has no effect: jail.d/defaults-debian.conf is read later and sets true',
      ],
      severity: 'warning',
      fixed: {},
    },
    'the package is read later, of a limit': {
      tree: {
        'jail.d/00-mine.conf': '[sshd]\n⟦bantime = 2h⟧\n',
        'jail.d/defaults-debian.conf': '[sshd]\nbantime = 1h\n',
      },
      messages: [
        'bantime = 2h in [sshd] has no effect: jail.d/defaults-debian.conf is read later and sets 1h',
      ],
      fixed: {
        'jail.d/00-mine.conf': '[sshd]\n',
        'jail.local':
          '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n[sshd]\nbantime = 2h\n',
      },
    },
    'the files of the daemon': {
      tree: {
        'fail2ban.d/a.conf': '[Definition]\n⟦loglevel = DEBUG⟧\n',
        'fail2ban.local': '[Definition]\nloglevel = INFO\n',
      },
      messages: [
        'loglevel = DEBUG in [Definition] has no effect: fail2ban.local is read later and sets INFO',
      ],
      fixed: { 'fail2ban.d/a.conf': '[Definition]\n' },
    },
    'the same value, and a jail switched off': {
      tree: {
        'jail.d/a.conf': '[a]\n⟦enabled = true⟧\n⟦port = 80⟧\n',
        'jail.local': '[a]\nenabled = false\nport = 80\n',
      },
      messages: [
        'enabled = true in [a] has no effect: jail.local is read later and sets false',
        'port = 80 in [a] has no effect: jail.local is read later and says the same',
      ],
      severity: 'info',
      fixed: { 'jail.d/a.conf': '[a]\nenabled = true\n' },
    },
  },
});

const nothing = 'no jail is enabled: fail2ban runs and watches nothing';

testRule(noJailEnabled, {
  valid: {
    'the files of the package alone': stock,
    'a part of a configuration': { 'jail.local': '[DEFAULT]\nbantime = 1h\n' },
    'a jail the package enables': {
      ...stock,
      'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
      'jail.local': '[DEFAULT]\nbantime = 1h\n',
    },
    'a file that cannot be parsed': { ...stock, 'jail.local': '[sshd]\nenabled\n' },
    'files of a package with a file for each jail': {
      ...stock,
      'jail.d/zoneminder.conf': '[a]\nenabled = false\n',
    },
  },
  invalid: {
    'limits only': {
      tree: { ...stock, 'jail.local': '[DEFAULT]\nbantime = 1h\n' },
      messages: [nothing],
      places: ['jail.local:1:1-1:1'],
      severity: 'warning',
      fixed: { 'jail.local': '[DEFAULT]\nbantime = 1h\n\n[sshd]\nenabled = true\n' },
    },
    'the one of the package switched off': {
      tree: {
        ...stock,
        'jail.d/defaults-debian.conf': '[sshd]\nenabled = true\n',
        'jail.local': '[sshd]\nenabled = false\n',
      },
      messages: [nothing],
      places: ['jail.local:1:1-1:1'],
      related: ['jail.local:2:1'],
      fixed: { 'jail.local': '[sshd]\nenabled = true\n' },
    },
    'no jail.local': {
      tree: { ...stock, 'jail.d/a.conf': '[a]\nenabled = no\n', 'jail.d/b.conf': '[b]\nport = 1\n' },
      messages: [nothing],
      places: ['jail.d/b.conf:1:1-1:1'],
      fixed: {
        'jail.local':
          '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n[sshd]\nenabled = true\n',
      },
    },
  },
});

const sshd = '[sshd]\nenabled = true\n';

testRule(defaultIgnored, {
  valid: {
    'a value that leads back to [DEFAULT]': {
      ...included,
      'jail.local': `[DEFAULT]\nbackend = systemd\n${sshd}`,
    },
    'set in the jail as well': { ...included, 'jail.local': `[DEFAULT]\nport = 22\n${sshd}port = 22\n` },
    'a variable the admin set': {
      ...included,
      'jail.local': `[DEFAULT]\nlogpath = /var/log/a.log\nsshd_log = /var/log/b.log\n${sshd}`,
    },
    'a jail the package enables': {
      ...included,
      'jail.d/defaults-debian.conf': sshd,
      'jail.local': '[DEFAULT]\nport = 22\n',
    },
    'the same value': { ...included, 'jail.local': `[DEFAULT]\nport = ssh\n${sshd}` },
    'what jail.conf has there anyway': { ...included, 'jail.local': `[DEFAULT]\nport = 0:65535\n${sshd}` },
    'an action for all ports': {
      ...included,
      'jail.local': '[DEFAULT]\nbanaction = y\n[recidive]\nenabled = true\n',
    },
  },
  invalid: {
    'a port': {
      tree: { ...included, 'jail.local': `[DEFAULT]\n⟦port = 2222⟧\n${sshd}` },
      messages: [
        'port = 2222 in [DEFAULT] does not reach all jails: [sshd] keeps ssh, as jail.conf sets it in the jail',
      ],
      severity: 'warning',
      related: ['jail.conf:10:1'],
      fixed: { 'jail.local': '[DEFAULT]\nport = 2222\n[sshd]\nenabled = true\nport = 2222\n' },
    },
    'the log of two jails': {
      tree: {
        ...included,
        'jail.local': `[DEFAULT]\n⟦logpath = /var/log/all.log⟧\n${sshd}[web]\nenabled = true\n`,
      },
      messages: [
        'logpath = /var/log/all.log in [DEFAULT] does not reach all jails: 2 jails (sshd, web) keep their own, as jail.conf sets it in the jail',
      ],
      severity: 'warning',
      fixed: {
        'jail.local':
          '[DEFAULT]\nlogpath = /var/log/all.log\n[sshd]\nenabled = true\nlogpath = /var/log/all.log\n[web]\nenabled = true\nlogpath = /var/log/all.log\n',
      },
    },
    'a limit that jail.conf tunes': {
      tree: { ...included, 'jail.local': '[DEFAULT]\n⟦bantime = 1d⟧\n[recidive]\nenabled = true\n' },
      messages: [
        'bantime = 1d in [DEFAULT] does not reach all jails: [recidive] keeps 1w, as jail.conf sets it in the jail',
      ],
      severity: 'info',
    },
  },
});
