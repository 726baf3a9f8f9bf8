import dbpurgeageTooShort from '../../rules/policy/dbpurgeage-too-short';
import ignoreipReplaced from '../../rules/policy/ignoreip-replaced';
import ignoreipTooWide from '../../rules/policy/ignoreip-too-wide';
import incrementMaxtime from '../../rules/policy/increment-maxtime';
import incrementUnused from '../../rules/policy/increment-unused';
import maxretryOne from '../../rules/policy/maxretry-one';
import noTrustedAddress from '../../rules/policy/no-trusted-address';
import permanentBan from '../../rules/policy/permanent-ban';
import recidiveLog from '../../rules/policy/recidive-log';
import recidiveLoglevel from '../../rules/policy/recidive-loglevel';
import recidiveTimes from '../../rules/policy/recidive-times';
import tooLenient from '../../rules/policy/too-lenient';
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
      fixed: {
        'jail.local': '[DEFAULT]\nforever = 1 - 2\nbantime = 1d\n[b]\nport = 1\n\n[a]\nbantime = 1d\n',
      },
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
      fixed: { 'jail.local': '[a]\nenabled = true\nbantime = 1d\n' },
    },
  },
});

const logins = {
  'filter.d/sshd.conf': '[Definition]\nmode = normal\nfailregex = ^bad login from <HOST>$\n',
  'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  'filter.d/bots.conf': '[Definition]\nfailregex = ^<HOST> "GET /wp$\n',
};
/** An enabled jail with the filter of its name and further options. */
const jail = (name: string, options = '') =>
  `[${name}]\nenabled = true\nfilter = ${name}\nlogpath = /var/log/x.log\n${options}`;
const jailLocal = (...jails: readonly string[]) => ({ ...logins, 'jail.local': jails.join('') });
const typo = 'a typo or an old saved password locks its owner out';

testRule(maxretryOne, {
  valid: {
    'two tries': jailLocal(jail('sshd', 'maxretry = 2\n')),
    'robots, which are banned at the first hit': jailLocal(jail('bots', 'maxretry = 1\n')),
    'as the package has it': {
      ...logins,
      'jail.conf': '[DEFAULT]\nmaxretry = 1\n',
      'jail.local': jail('sshd'),
    },
    'a disabled jail': jailLocal('[sshd]\nfilter = sshd\nmaxretry = 1\n'),
    'a list kept by hand': {
      'filter.d/login-list.conf': '[Definition]\nfailregex = ^<HOST>$\n',
      'jail.local':
        '[login-list]\nenabled = true\nfilter = login-list\nlogpath = /etc/black.list\nmaxretry = 1\n',
    },
  },
  invalid: {
    'in the jail': {
      tree: jailLocal(jail('sshd', '⟦maxretry = 1⟧\nbantime = 12h\n')),
      messages: [`[sshd] bans for 12 hours after 1 failure: ${typo}`],
      severity: 'warning',
    },
    'from [DEFAULT], with a section': {
      tree: jailLocal('[DEFAULT]\nmaxretry = 1\n', jail('sshd').replace('[sshd]', '⟦[sshd]⟧')),
      messages: [`[sshd] bans for 10 minutes after 1 failure: ${typo}`],
      related: ['jail.local:2:1'],
    },
    'two in a mode that counts connections': {
      tree: jailLocal(
        '[sshd]\nenabled = true\nfilter = sshd[mode=aggressive]\nlogpath = /var/log/x.log\n⟦maxretry = 2⟧\nbantime = -1\n',
      ),
      messages: [
        `[sshd] bans for ever after 2 failures, and in mode aggressive a connection that drops out is one: ${typo}`,
      ],
    },
    'a filter of the admin that speaks of logins': {
      tree: {
        'filter.d/shop.conf': '[Definition]\nfailregex = ^login failed from <HOST>$\n',
        'jail.local': jail('shop', '⟦maxretry = 1⟧\n'),
      },
      messages: [`[shop] bans for 10 minutes after 1 failure: ${typo}`],
      fixed: {
        'jail.local': '[shop]\nenabled = true\nfilter = shop\nlogpath = /var/log/x.log\nmaxretry = 5\n',
      },
    },
  },
});

testRule(tooLenient, {
  valid: {
    'twenty failures': jailLocal(jail('sshd', 'maxretry = 20\nfindtime = 10m\n')),
    'requests of robots': jailLocal(jail('bots', 'maxretry = 300\nfindtime = 30\n')),
    'a short ban that grows': jailLocal(jail('sshd', 'bantime = 30\nbantime.increment = true\n')),
    'a window for two failures': jailLocal(jail('sshd', 'findtime = 30\nmaxretry = 2\n')),
    'a ban for ever': jailLocal(jail('sshd', 'bantime = -1\n')),
  },
  invalid: {
    'a hundred failures': {
      tree: jailLocal(jail('sshd', '⟦maxretry = 100⟧\n')),
      messages: ['[sshd] hardly ever stops anyone: only after 100 failures within 10 minutes it bans'],
      severity: 'warning',
      fixed: {
        'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nmaxretry = 5\n',
      },
    },
    'a window of seconds': {
      tree: jailLocal(jail('sshd', '⟦findtime = 5⟧\nmaxretry = 3\n')),
      messages: [
        '[sshd] hardly ever stops anyone: who waits between his tries never has 3 failures within 5 seconds',
      ],
    },
    'a ban of seconds': {
      tree: jailLocal(jail('sshd', '⟦bantime = 30s⟧\n')),
      messages: ['[sshd] hardly ever stops anyone: a ban is over after 30 seconds'],
      fixed: {
        'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nbantime = 10m\n',
      },
    },
    'more than one thing, of which one is told': {
      tree: jailLocal(jail('sshd', 'bantime = 5\nfindtime = 5\n⟦maxretry = 30⟧\n')),
      messages: ['[sshd] hardly ever stops anyone: only after 30 failures within 5 seconds it bans'],
    },
  },
});

const locksOut = (time: string) =>
  `[sshd] bans for ${time} and nobody is exempt: a mistake of your own locks you out for as long`;

testRule(noTrustedAddress, {
  valid: {
    'an hour': jailLocal(jail('sshd', 'bantime = 1h\n')),
    'a trusted address': jailLocal(
      '[DEFAULT]\nignoreip = 127.0.0.1 2001:db8::7\n',
      jail('sshd', 'bantime = 1w\n'),
    ),
    'a jail of another kind': jailLocal(jail('bots', 'bantime = 1w\n')),
    'a command that exempts': jailLocal(
      jail('sshd', 'bantime = 1w\nignorecommand = /usr/local/bin/mine <ip>\n'),
    ),
    'for ever, which is told by another rule': jailLocal(jail('sshd', 'bantime = -1\n')),
  },
  invalid: {
    'loopback only': {
      tree: jailLocal(
        '[DEFAULT]\nignoreip = 127.0.0.1/8 ::1\nbantime = 24h\n',
        jail('sshd').replace('[sshd]', '⟦[sshd]⟧'),
      ),
      messages: [locksOut('1 day')],
      severity: 'info',
    },
    'an ignoreip of the jail': {
      tree: jailLocal(jail('sshd', 'bantime = 2d\n⟦ignoreip = ::1⟧\n')),
      messages: [locksOut('2 days')],
    },
    'a packaged jail, and a line in [DEFAULT]': {
      tree: {
        ...logins,
        'jail.conf': jail('sshd'),
        'jail.local': '[DEFAULT]\n⟦ignoreip = 127.0.0.1/8⟧\nbantime = 1w\n',
      },
      messages: [locksOut('1 week')],
    },
  },
});

const instead = 'this list takes the place of the one in [DEFAULT]:';
const office = '[DEFAULT]\nignoreip = 127.0.0.1/8 198.51.100.0/24\n';

testRule(ignoreipReplaced, {
  valid: {
    'a list that begins with the general one': jailLocal(
      office,
      jail('sshd', 'ignoreip = %(default/ignoreip)s 203.0.113.9\n'),
    ),
    'a network around it': jailLocal(office, jail('sshd', 'ignoreip = 198.51.0.0/16\n')),
    'on purpose, as a comment says': jailLocal(
      office,
      jail('sshd', '# only the admin here\nignoreip = 203.0.113.9\n'),
    ),
    'nothing but loopback in [DEFAULT]': jailLocal(
      '[DEFAULT]\nignoreip = ::1\n',
      jail('sshd', 'ignoreip = 203.0.113.9\n'),
    ),
    'a disabled jail': jailLocal(office, '[sshd]\nignoreip = 203.0.113.9\n'),
  },
  invalid: {
    'another address': {
      tree: jailLocal(office, jail('sshd', '⟦ignoreip = 203.0.113.9⟧\n')),
      messages: [`${instead} 198.51.100.0/24 is exempt everywhere but in [sshd]`],
      severity: 'warning',
      related: ['jail.local:2:1'],
      fixed: {
        'jail.local':
          '[DEFAULT]\nignoreip = 127.0.0.1/8 198.51.100.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nignoreip = %(default/ignoreip)s 203.0.113.9\n',
      },
    },
    'a part of the network': {
      tree: jailLocal(office, jail('sshd', '⟦ignoreip = 198.51.100.7⟧\n')),
      messages: [`${instead} 198.51.100.0/24 is exempt everywhere but in [sshd]`],
    },
    'two that are lost': {
      tree: jailLocal(
        '[DEFAULT]\nignoreip = 198.51.100.7, office.example.org\n',
        jail('sshd', '⟦ignoreip = 127.0.0.1⟧\n'),
      ),
      messages: [`${instead} 198.51.100.7 and 1 more are exempt everywhere but in [sshd]`],
    },
  },
});

testRule(ignoreipTooWide, {
  valid: {
    'private networks': jailLocal(
      '[DEFAULT]\nignoreip = 10.0.0.0/8 172.16.0.0/255.240.0.0 fc00::/7\n',
      jail('sshd'),
    ),
    'an office': jailLocal('[DEFAULT]\nignoreip = 198.51.100.0/24 2001:db8::/32\n', jail('sshd')),
    Cloudflare: jailLocal('[DEFAULT]\nignoreip = 104.16.0.0/12 172.64.0.0/13\n', jail('sshd')),
    'a disabled jail': jailLocal('[sshd]\nignoreip = 0.0.0.0/0\n'),
  },
  invalid: {
    'the whole internet, for two jails': {
      tree: jailLocal('[DEFAULT]\nignoreip = ::1 ⟦0.0.0.0/0⟧\n', jail('sshd'), jail('bots')),
      messages: ['ignoreip has 0.0.0.0/0, which is every IPv4 address: 2 jails (sshd, bots) ban nobody'],
      severity: 'error',
    },
    'a provider': {
      tree: jailLocal(jail('sshd', 'ignoreip = ⟦88.0.0.0/9⟧\n')),
      messages: ['ignoreip has 88.0.0.0/9, which is 8388608 addresses: [sshd] bans none of them'],
      severity: 'warning',
      fixed: {
        'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nignoreip =\n',
      },
    },
    'half the internet as a netmask': {
      tree: jailLocal(jail('sshd', 'ignoreip = ⟦128.0.0.0/128.0.0.0⟧\n')),
      messages: [
        'ignoreip has 128.0.0.0/128.0.0.0, which is 2147483648 addresses: [sshd] bans hardly anybody',
      ],
      fixed: {
        'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nignoreip =\n',
      },
    },
    IPv6: {
      tree: jailLocal(jail('sshd', 'ignoreip = ⟦2000::/3⟧\n')),
      messages: ['ignoreip has 2000::/3, which is 1/8 of all IPv6 addresses: [sshd] bans hardly anybody'],
    },
  },
});

const unused = (option: string) =>
  `${option} does nothing, as bantime.increment is not true: who comes again gets the same ban as before`;

testRule(incrementUnused, {
  valid: {
    'with the switch': jailLocal('[DEFAULT]\nbantime.increment = true\nbantime.maxtime = 5w\n', jail('sshd')),
    'the switch is on in one jail': jailLocal(
      '[DEFAULT]\nbantime.maxtime = 5w\n',
      jail('sshd', 'bantime.increment = true\n'),
      jail('bots'),
    ),
    'switched off by hand': jailLocal(
      '[DEFAULT]\nbantime.increment = false\nbantime.maxtime = 5w\n',
      jail('sshd'),
    ),
    'in the packaged file': {
      ...logins,
      'jail.conf': '[DEFAULT]\nbantime.rndtime = 5m\n',
      'jail.local': jail('sshd'),
    },
    'no jail is enabled': jailLocal('[DEFAULT]\nbantime.maxtime = 5w\n'),
  },
  invalid: {
    'in [DEFAULT]': {
      tree: jailLocal('[DEFAULT]\n⟦bantime.factor = 2⟧\n⟦bantime.maxtime = 5w⟧\n', jail('sshd')),
      messages: [unused('bantime.maxtime'), unused('bantime.factor')].reverse(),
      severity: 'warning',
    },
    'in a jail, with the switch in another': {
      tree: jailLocal(jail('sshd', '⟦bantime.rndtime = 5m⟧\n'), jail('bots', 'bantime.increment = true\n')),
      messages: [unused('bantime.rndtime')],
    },
    'a switch that is none': {
      tree: jailLocal('[DEFAULT]\n⟦bantime.multipliers = 1 2 4⟧\n', jail('sshd')),
      messages: [unused('bantime.multipliers')],
      fixed: {
        'jail.local':
          '[DEFAULT]\nbantime.multipliers = 1 2 4\nbantime.increment = true\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\n',
      },
    },
  },
});

const growing = 'bantime.increment = true\n';

testRule(incrementMaxtime, {
  valid: {
    'a cap with room': jailLocal(jail('sshd', `${growing}bantime = 1h\nbantime.maxtime = 5w\n`)),
    'no cap, and the stock growth': jailLocal(jail('sshd', `${growing}bantime = 1h\n`)),
    'no growth': jailLocal(jail('sshd', 'bantime = 1d\nbantime.maxtime = 1h\n')),
    'a formula, which is not worked out': jailLocal(
      jail(
        'sshd',
        `${growing}bantime = 1w\nbantime.factor = 1000000\nbantime.formula = ban.Time * ban.Count\n`,
      ),
    ),
    'a permanent ban': jailLocal(jail('sshd', `${growing}bantime = -1\nbantime.maxtime = 1h\n`)),
  },
  invalid: {
    'a cap below the first ban': {
      tree: jailLocal(jail('sshd', `${growing}bantime = 1d\n⟦bantime.maxtime = 36000⟧\n`)),
      messages: ['no ban of [sshd] ever grows: bantime.maxtime is 10 hours, and bantime is 1 day already'],
      severity: 'warning',
      fixed: {
        'jail.local':
          '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nbantime.increment = true\nbantime = 1d\nbantime.maxtime = 5w\n',
      },
    },
    'a cap in [DEFAULT] and a long ban in the jail': {
      tree: jailLocal(
        `[DEFAULT]\n${growing}bantime.maxtime = 1d\n`,
        jail('sshd', 'bantime = 1d\n').replace('[sshd]', '⟦[sshd]⟧'),
      ),
      messages: ['no ban of [sshd] ever grows: bantime.maxtime is 1 day, and bantime is 1 day already'],
      related: ['jail.local:3:1'],
    },
    'a factor without a cap': {
      tree: jailLocal(jail('sshd', `${growing}bantime = 1w\n⟦bantime.factor = 1000⟧\n`)),
      messages: [
        'without bantime.maxtime [sshd] bans for 613 years at the sixth time, which began with 1 week',
      ],
      fixed: {
        'jail.local':
          '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nbantime.increment = true\nbantime = 1w\nbantime.factor = 1000\nbantime.maxtime = 5w\n',
      },
    },
    'multipliers without a cap': {
      tree: jailLocal(
        jail('sshd', `${growing}bantime = 1d\nbantime.multipliers = 1 10 100000\n`).replace(
          '[sshd]',
          '⟦[sshd]⟧',
        ),
      ),
      messages: [
        'without bantime.maxtime [sshd] bans for 274 years at the sixth time, which began with 1 day',
      ],
    },
  },
});

const forgets = (growth: string, age: string, stay: string) =>
  `bans grow to ${growth}, but with dbpurgeage = ${age} an address that stays away for ${stay} and three times its last ban is forgotten, and begins with the shortest ban again`;

testRule(dbpurgeageTooShort, {
  valid: {
    'a history as long as the bans': {
      ...jailLocal(jail('sshd', `${growing}bantime.maxtime = 5w\n`)),
      'fail2ban.local': '[Definition]\ndbpurgeage = 6w\n',
    },
    'a long ban without growth': jailLocal(jail('sshd', 'bantime = 4w\n')),
    'growth within a day': jailLocal(jail('sshd', `${growing}bantime.maxtime = 1d\n`)),
    'a disabled jail': jailLocal(`[sshd]\n${growing}bantime.maxtime = 5w\n`),
  },
  invalid: {
    'the default of a day': {
      tree: jailLocal(`[DEFAULT]\n${growing}⟦bantime.maxtime = 4w⟧\n`, jail('sshd'), jail('bots')),
      messages: [forgets('4 weeks', '1d', '1 day')],
      severity: 'info',
    },
    'set to a day': {
      tree: {
        ...jailLocal(jail('sshd', `${growing}bantime.maxtime = 1w\n`)),
        'fail2ban.local': '[Definition]\n⟦dbpurgeage = 86400⟧\n',
      },
      messages: [forgets('1 week', '86400', '1 day')],
      severity: 'info',
      fixed: { 'fail2ban.local': '[Definition]\ndbpurgeage = 8d\n' },
    },
    'set to an hour': {
      tree: {
        ...jailLocal(jail('sshd', `${growing}bantime.maxtime = 1w\n`)),
        'fail2ban.local': '[DEFAULT]\n⟦dbpurgeage = 1h⟧\n[Definition]\n',
      },
      messages: [forgets('1 week', '1h', '1 hour')],
      severity: 'warning',
    },
  },
});

testRule(recidiveTimes, {
  valid: {
    'a window that can be reached': jailLocal(
      jail('sshd', 'bantime = 1h\n'),
      jail('recidive', 'findtime = 1w\nbantime = 4w\nmaxretry = 4\n'),
    ),
    'no other jail': jailLocal(jail('recidive', 'findtime = 1m\nbantime = 1m\n')),
    'one ban is enough': jailLocal(
      jail('sshd', 'bantime = 1d\n'),
      jail('recidive', 'findtime = 1d\nbantime = 4w\nmaxretry = 1\n'),
    ),
    'a permanent recidive ban': jailLocal(
      jail('sshd', 'bantime = 1h\n'),
      jail('recidive', 'findtime = 1w\nbantime = -1\nmaxretry = 3\n'),
    ),
  },
  invalid: {
    'bans as long as the window': {
      tree: jailLocal(
        jail('sshd', 'bantime = 1d\n'),
        jail('recidive', '⟦findtime = 1d⟧\nbantime = 4w\nmaxretry = 5\n'),
      ),
      messages: ['[recidive] bans nobody: 5 bans take at least 4 days, and findtime is 1 day'],
      severity: 'warning',
      fixed: {
        'jail.local':
          '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nbantime = 1d\n[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/x.log\nfindtime = 1w\nbantime = 4w\nmaxretry = 5\n',
      },
    },
    'bans that are no longer': {
      tree: jailLocal(
        jail('sshd', 'bantime = 1w\n'),
        jail('recidive', 'findtime = 30d\n⟦bantime = 1w⟧\nmaxretry = 3\n'),
      ),
      messages: ['[recidive] adds nothing: it bans for 1 week, and an ordinary ban lasts 1 week'],
      fixed: {
        'jail.local':
          '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nbantime = 1w\n[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/x.log\nfindtime = 30d\nbantime = 5w\nmaxretry = 3\n',
      },
    },
    'nobody is free again': {
      tree: jailLocal(
        jail('sshd', 'bantime = -1\n'),
        jail('recidive', '⟦findtime = 1w⟧\n⟦bantime = 4w⟧\nmaxretry = 3\n'),
      ),
      messages: [
        '[recidive] bans nobody: nobody is ever free to be banned again, and findtime is 1 week',
        '[recidive] adds nothing: it bans for 4 weeks, and an ordinary ban lasts for ever',
      ],
    },
  },
});

const ownLog = (target: string) => ({ 'fail2ban.local': `[Definition]\nlogtarget = ${target}\n` });
const recidive = (options: string) => `[recidive]\nenabled = true\nfilter = recidive\n${options}`;

testRule(recidiveLog, {
  valid: {
    'the file': {
      ...logins,
      ...ownLog('/var/log/f2b.log'),
      'jail.local': recidive('logpath = /var/log/f2b.log\n'),
    },
    'a pattern': {
      ...logins,
      ...ownLog('/var/log/f2b.log'),
      'jail.local': recidive('logpath = /var/log/f2b*\n'),
    },
    'the journal for both': {
      ...logins,
      ...ownLog('SYSTEMD-JOURNAL'),
      'jail.local': recidive('backend = systemd\n'),
    },
    'syslog, and a file of syslog': {
      ...logins,
      ...ownLog('SYSLOG'),
      'jail.local': recidive('logpath = /var/log/messages\n'),
    },
    'what the init system makes of it': {
      ...logins,
      ...ownLog('INHERITED'),
      'jail.local': recidive('logpath = /var/log/fail2ban.log\n'),
    },
  },
  invalid: {
    'the journal, and a file': {
      tree: {
        ...logins,
        ...ownLog('/var/log/fail2ban.log'),
        'jail.local': recidive('⟦backend = systemd⟧\n'),
      },
      messages: [
        '[recidive] reads the journal, but fail2ban logs to /var/log/fail2ban.log: it never sees a ban',
      ],
      severity: 'error',
      related: ['fail2ban.local:2:1'],
      fixed: { 'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nbackend = auto\n' },
    },
    'another file': {
      tree: {
        ...logins,
        ...ownLog('/data/f2b.log'),
        'jail.local': recidive('⟦logpath = /var/log/fail2ban.log⟧\n'),
      },
      messages: [
        '[recidive] reads /var/log/fail2ban.log, but fail2ban logs to /data/f2b.log: it never sees a ban',
      ],
      fixed: { 'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nlogpath = /data/f2b.log\n' },
    },
    'a packaged jail': {
      tree: {
        ...logins,
        'fail2ban.local': '[Definition]\nlogtarget = STDOUT\n',
        'jail.conf': recidive('logpath = /var/log/fail2ban.log\n'),
        'jail.local': '⟦[recidive]⟧\n',
      },
      messages: ['[recidive] reads /var/log/fail2ban.log, but fail2ban logs to STDOUT: it never sees a ban'],
    },
  },
});

const nothing = 'ERROR hides the bans, which are logged at NOTICE: [recidive] has nothing to count';

testRule(recidiveLoglevel, {
  valid: {
    INFO: { ...logins, 'fail2ban.local': '[Definition]\nloglevel = info\n', 'jail.local': recidive('') },
    NOTICE: { ...logins, 'fail2ban.local': '[Definition]\nloglevel = 25\n', 'jail.local': recidive('') },
    'no such jail': { 'fail2ban.local': '[Definition]\nloglevel = ERROR\n', 'jail.local': '' },
    'a level that is none, which another rule reports': {
      ...logins,
      'fail2ban.local': '[Definition]\nloglevel = LOUD\n',
      'jail.local': recidive(''),
    },
  },
  invalid: {
    ERROR: {
      tree: { ...logins, 'fail2ban.local': '[Definition]\nloglevel = ⟦ERROR⟧\n', 'jail.local': recidive('') },
      messages: [`loglevel = ${nothing}`],
      severity: 'error',
      fixed: { 'fail2ban.local': '[Definition]\nloglevel = INFO\n' },
    },
    'in [DEFAULT]': {
      tree: {
        ...logins,
        'fail2ban.local': '[DEFAULT]\nloglevel = ⟦ERROR⟧\n[Definition]\n',
        'jail.local': recidive(''),
      },
      messages: [`loglevel = ${nothing}`],
    },
    DEBUG: {
      tree: { ...logins, 'fail2ban.local': '[Definition]\nloglevel = ⟦debug⟧\n', 'jail.local': recidive('') },
      messages: [
        'loglevel = debug logs every line that is read, and [recidive] reads these lines again: the log feeds itself',
      ],
    },
  },
});
