import permanentBan from '../../rules/policy/permanent-ban';
import { testRule } from './test-rule';

const filters = {
  'filter.d/a.conf': '[Definition]\nfailregex = ^<HOST>$\n',
  'filter.d/b.conf': '[Definition]\nfailregex = ^<HOST>$\n',
};
const filterByName = { ...filters, 'jail.conf': '[DEFAULT]\nfilter = %(__name__)s\n[a]\n[b]\n' };

testRule(permanentBan, {
  valid: {
    'a disabled jail': { ...filterByName, 'jail.local': '[a]\nbantime = -1\n' },
    'a jail that overrides it': {
      ...filterByName,
      'jail.local': '[DEFAULT]\nbantime = -1\n[a]\nenabled = true\nbantime = 1d\n',
    },
    'a fraction that is cut to nothing': {
      ...filterByName,
      'jail.local': '[a]\nenabled = true\nbantime = -0.5\n',
    },
    'a black list kept by hand': {
      ...filterByName,
      'jail.local': '[a]\nenabled = true\nbantime = -1\nlogpath = /etc/fail2ban/ip.blacklist\n',
    },
    'a jail for bans by hand': { 'jail.local': '[manual]\nenabled = true\nfilter =\nbantime = -1\n' },
    'a time that is none, which another rule reports': {
      ...filterByName,
      'jail.local': '[a]\nenabled = true\nbantime = forever\n',
    },
  },
  invalid: {
    'in the jail': {
      tree: {
        ...filterByName,
        'jail.local': '[a]\nenabled = true\n⟦bantime = -1⟧\nlogpath = /var/log/a.log\n',
      },
      messages: ['[a] bans for ever (bantime = -1), and nobody is exempt'],
      severity: 'warning',
    },
    'with a trusted address': {
      tree: {
        ...filterByName,
        'jail.local': '[a]\nenabled = true\nignoreip = 127.0.0.1/8 ::1, 198.51.100.7\n⟦bantime = -1⟧\n',
      },
      messages: ['[a] bans for ever (bantime = -1)'],
      severity: 'info',
    },
    'loopback and the words of a comment are nobody': {
      tree: {
        ...filterByName,
        'jail.local':
          '[a]\nenabled = true\nignoreip = localhost 127.0.0.1/8 ::1 # this host and office\n⟦bantime = -1⟧\n',
      },
      messages: ['[a] bans for ever (bantime = -1), and nobody is exempt'],
    },
    'through a variable and from [DEFAULT], a header and a line without one': {
      tree: {
        ...filterByName,
        'jail.d/on.conf': '[DEFAULT]\nenabled = true\n',
        'jail.local': '[DEFAULT]\nforever = 1 - 2\n⟦bantime = %(forever)s⟧\n⟦[b]⟧\nport = 1\n',
      },
      messages: [
        '[a] bans for ever (bantime = 1 - 2), and nobody is exempt',
        '[b] bans for ever (bantime = 1 - 2), and nobody is exempt',
      ],
    },
    'several jails at one line': {
      tree: { ...filterByName, 'jail.d/x.local': '[DEFAULT]\nenabled = true\n⟦bantime = -1⟧\n' },
      messages: ['2 jails (a, b) ban for ever (bantime = -1), and nobody is exempt'],
    },
    'below -1 nobody is banned': {
      tree: { ...filterByName, 'jail.local': '[a]\nenabled = true\n⟦bantime = -3600⟧\n' },
      messages: [
        '[a] bans nobody (bantime = -3600): below -1 every ban is over before it begins, only -1 means for ever',
      ],
      severity: 'error',
    },
  },
});
