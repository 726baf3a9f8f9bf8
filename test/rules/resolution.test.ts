import includeCycle from '../../rules/resolution/include-cycle';
import jailOption from '../../rules/resolution/jail-option-in-fail2ban-conf';
import mainFileMissing from '../../rules/resolution/main-file-missing';
import unknownOption from '../../rules/resolution/unknown-option';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

function unknown(name: string, section: string, suggestion: string): string {
  return `unknown option "${name}" in [${section}], which nothing reads - did you mean "${suggestion}"?`;
}

testRule(unknownOption, {
  valid: {
    'options in capitals and with a colon': { 'jail.local': '[a]\nEnabled : yes\nMaxRetry: 4\n' },
    'variables of the stock files': {
      'jail.local':
        '[DEFAULT]\nbanaction_allports = x\ndestemail = a@b\nsender = c@d\nmta = mail\nfail2ban_agent = f\nchain = INPUT\n',
    },
    'options of the newest release': { 'jail.local': '[DEFAULT]\nskip_if_nologs = true\n' },
    'a variable another value asks for': {
      'jail.local': '[DEFAULT]\nports = 22\n[a]\nport = %(ports)s\n',
    },
    'a variable asked for with its section': {
      'jail.d/x.conf': '[a]\nports = 22\n',
      'jail.local': '[b]\nport = %(a/ports)s\n',
    },
    'a variable of a filter, asked for by a tag': {
      'filter.d/x.conf': '[Definition]\nfailreg = a\nfailregex = ^<failreg> <HOST>$\n',
    },
    'a variable of a filter that a tag makes up': {
      'filter.d/x.conf': '[Definition]\nfailregex2 = ^a <HOST>$\nfailregex = <failregex<mode>>\n',
    },
    'names that start with an underscore': { 'jail.local': '[a]\n__ports = 22\n_port = 2\n' },
    'parameters of filters and actions': {
      'filter.d/x.conf': '[Init]\nmaxline = 2\n',
      'action.d/x.conf': '[Init]\nactionbann = 2\n[Init?family=inet6]\nactionbann = 3\n',
    },
    'short names, and names that begin differently': {
      'jail.local': '[a]\nmt = 1\nsort = 2\ncode = 3\nunbanaction = x\n',
    },
    'a packaged file': { 'jail.conf': '[a]\nports = 2\n' },
  },
  invalid: {
    'aliases and slips': {
      tree: {
        'jail.local':
          '[DEFAULT]\n⟦ignore-ip⟧ = 127.0.0.1/8\n⟦ban_time⟧ = 1d\n⟦whitelist⟧ = 10.0.0.1\n⟦Fidntime⟧ = 3\n⟦bantime.maxtimes⟧ = 5w\n',
      },
      messages: [
        unknown('ignore-ip', 'DEFAULT', 'ignoreip'),
        unknown('ban_time', 'DEFAULT', 'bantime'),
        unknown('whitelist', 'DEFAULT', 'ignoreip'),
        unknown('fidntime', 'DEFAULT', 'findtime'),
        unknown('bantime.maxtimes', 'DEFAULT', 'bantime.maxtime'),
      ],
      severity: 'warning',
    },
    'a jail that is off because of it': {
      tree: { 'jail.local': '[a]\n⟦enable⟧ = true\nport = 1\n' },
      messages: [unknown('enable', 'a', 'enabled')],
      severity: 'warning',
    },
    'in a jail that is off anyway': {
      tree: { 'jail.local': '[a]\nenabled = false\n⟦ports⟧ = 1\n' },
      messages: [unknown('ports', 'a', 'port')],
      severity: 'info',
    },
    'only a comment mentions it': {
      tree: { 'jail.local': '[a]\nenabled = true\n# port = %(ports)s\n⟦ports⟧ = 1\n' },
      messages: [unknown('ports', 'a', 'port')],
    },
    'a value on several lines': {
      tree: {
        'jail.d/office.local': '[a]\nenabled = true\n⟦ignoreips⟧ = 127.0.0.1/8\n            10.0.0.0/8\n',
      },
      messages: [unknown('ignoreips', 'a', 'ignoreip')],
    },
    'filters and actions do not see variables of jails': {
      tree: {
        'jail.local': '[a]\nenabled = true\n⟦ports⟧ = 1\n',
        'action.d/x.conf': '[Definition]\nactionban = nft <ports>\n',
      },
      messages: [unknown('ports', 'a', 'port')],
    },
    'in a filter, an action, fail2ban.local and [INCLUDES]': {
      tree: {
        'action.d/x.conf': '[Definition]\n⟦actionbann⟧ = a\n⟦actionend⟧ = b\n',
        'fail2ban.local': '[Definition]\n⟦log_level⟧ = INFO\n[Thread]\n⟦stack_size⟧ = 32\n',
        'filter.d/x.local': '[INCLUDES]\n⟦befor⟧ = common.conf\n[Definition]\n⟦failregx⟧ = ^<HOST>$\n',
      },
      messages: [
        unknown('actionbann', 'Definition', 'actionban'),
        unknown('actionend', 'Definition', 'actionstop'),
        unknown('log_level', 'Definition', 'loglevel'),
        unknown('stack_size', 'Thread', 'stacksize'),
        unknown('befor', 'INCLUDES', 'before'),
        unknown('failregx', 'Definition', 'failregex'),
      ],
    },
  },
});

testRule(jailOption, {
  valid: {
    'options of the daemon': {
      'fail2ban.local':
        '[DEFAULT]\nloglevel = INFO\ndbpurgeage = 9d\n[Definition]\nlogtarget = SYSLOG\n[Thread]\nstacksize = 0\n',
    },
    'the same options where they belong': { 'jail.local': '[DEFAULT]\nmaxretry = 3\n[sshd]\nbantime = 1h\n' },
    'a variable that an option of the daemon asks for': {
      'fail2ban.local': '[DEFAULT]\nmode = debug\n[Definition]\nlogtarget = /var/log/%(mode)s.log\n',
    },
    'a section in the wrong letter case, which another rule reports': {
      'fail2ban.local': '[default]\nloglevel = INFO\n[INCLUDE]\nbefore = a.conf\n',
    },
  },
  invalid: {
    'the white list in fail2ban.d': {
      tree: { 'fail2ban.d/whitelist.conf': '[DEFAULT]\n⟦ignoreip⟧ = 127.0.0.1/8 192.0.2.0/24\n' },
      messages: [
        '"ignoreip" belongs in jail.local: fail2ban.d/whitelist.conf is for the daemon alone, no jail reads it',
      ],
      severity: 'warning',
      fixed: {
        'fail2ban.d/whitelist.conf': '[DEFAULT]\n',
        'jail.local':
          '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n[DEFAULT]\nignoreip = 127.0.0.1/8 192.0.2.0/24\n',
      },
    },
    'in the packaged file, where only an admin can have put it': {
      tree: { 'fail2ban.conf': '[Definition]\nloglevel = INFO\n⟦Bantime⟧ = 900\n' },
      messages: ['"bantime" belongs in jail.local: fail2ban.conf is for the daemon alone, no jail reads it'],
    },
    'a variable of the jails, in [Thread]': {
      tree: { 'fail2ban.local': '[Thread]\n⟦banaction⟧ = nftables\n' },
      messages: [
        '"banaction" belongs in jail.local: fail2ban.local is for the daemon alone, no jail reads it',
      ],
      fixed: {
        'fail2ban.local': '[Thread]\n',
        'jail.local':
          '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n[DEFAULT]\nbanaction = nftables\n',
      },
    },
    'a jail, once for all its options': {
      tree: { 'fail2ban.d/x.local': '⟦[sshd]⟧\nenabled = true\nmaxretry = 3\n' },
      messages: [
        '[sshd] has no effect in fail2ban.d/x.local, which is for the daemon alone: jails are set up in jail.local',
      ],
      fixed: { 'fail2ban.d/x.local': '', 'jail.local': '[sshd]\nenabled = true\nmaxretry = 3\n' },
    },
  },
});

const circle = (name: string) => `[INCLUDES]\nbefore = ⟦${name}⟧\n[DEFAULT]\nport = 1\n`;

testRule(includeCycle, {
  valid: {
    'the same file included by two others': {
      'jail.conf': '[INCLUDES]\nbefore = shared.conf\n',
      'jail.local': '[INCLUDES]\nbefore = shared.conf\n',
      'shared.conf': '[DEFAULT]\nport = 1\n',
    },
    'a circle in a filter no jail uses': {
      'filter.d/a.conf': '[INCLUDES]\nbefore = b.conf\n',
      'filter.d/b.conf': '[INCLUDES]\nbefore = a.conf\n',
    },
    'an include that is missing': { 'jail.local': '[INCLUDES]\nbefore = nothing.conf\n' },
  },
  invalid: {
    'a file that includes itself': {
      tree: { 'jail.local': circle('jail.local') },
      messages: [
        'jail.local includes jail.local, through which it is included itself; fail2ban leaves that out here',
      ],
    },
    'two files of the daemon': {
      tree: { 'fail2ban.local': circle('x.conf').replace(/[⟦⟧]/g, ''), 'x.conf': circle('fail2ban.local') },
      messages: [
        'x.conf includes fail2ban.local, through which it is included itself; fail2ban leaves that out here',
      ],
      severity: 'warning',
    },
    'a circle fail2ban does not notice': {
      tree: { 'jail.local': circle('../fail2ban/./jail.local'.repeat(1)) },
      messages: [
        'the includes of jail.local go round in a circle, or too deep for Python; fail2ban will not start',
      ],
      severity: 'error',
    },
  },
});

const missing =
  'fail2ban.conf is missing or has no section [Definition]; fail2ban will not start - install the fail2ban.conf that fail2ban brings along; put changes into fail2ban.local';

testRule(mainFileMissing, {
  valid: {
    'the section in fail2ban.conf': { 'fail2ban.conf': '[Definition]\n' },
    'the section in a .local alone': {
      'fail2ban.conf': '[DEFAULT]\nloglevel = INFO\n',
      'fail2ban.local': '[Definition]\nlogtarget = STDOUT\n',
    },
    'no jails': { 'fail2ban.d/x.conf': '[Definition]\ndbmaxmatches = 10\n' },
  },
  invalid: {
    'jail files alone': {
      tree: { 'jail.local': '[a]\nport = 1\n' },
      messages: [missing],
      places: ['fail2ban.conf:1:1-1:1'],
      severity: 'error',
    },
    'another section': {
      tree: { 'fail2ban.conf': '[DEFAULT]\nloglevel = INFO\n' },
      messages: [missing],
      places: ['fail2ban.conf:1:1-1:1'],
    },
    'the name in small letters': {
      tree: { 'fail2ban.local': '[definition]\nloglevel = INFO\n' },
      messages: [missing],
      places: ['fail2ban.local:1:1-1:1'],
    },
  },
});

test('1.1.1 wants jail.conf as well', () => {
  expect(lintEntries(mainFileMissing, { 'fail2ban.conf': '[Definition]\n' }, '1.1.1')).toEqual([
    'jail.conf:1:1 error there is no jail.conf; fail2ban will not start - install the file that fail2ban brings along',
  ]);
});
