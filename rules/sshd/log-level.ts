import {
  atDirective,
  defineRule,
  describeLine,
  type Jail,
  scopesOf,
  setSshd,
  setSshdForAll,
  sshdJails,
} from '../../src/api';

const blind: ReadonlySet<string> = new Set(['SILENT', 'FATAL', 'ERROR']);

export default defineRule({
  id: 'sshd/log-level',
  severity: 'error',
  summary: 'sshd does not log the failures fail2ban waits for',
  why: `"Failed password" and "Invalid user" are logged at level INFO: with LogLevel QUIET, FATAL or ERROR sshd keeps silent about them, and
the jail runs for ever without a ban. SyslogFacility says to which of its files syslog writes: with LOCAL0 to LOCAL7, DAEMON or USER the
lines don't go to auth.log or secure unless somebody told syslog so.`,
  fix: 'LogLevel INFO, or VERBOSE; SyslogFacility AUTH or AUTHPRIV, or a logpath that names the other file',
  bad: {
    'ssh/sshd_config': 'LogLevel QUIET\n',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  },
  good: {
    'ssh/sshd_config': 'LogLevel VERBOSE\nSyslogFacility AUTHPRIV\n',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2896', 'fail2ban/fail2ban#1402', 'sshd_config(5)'],
  check(model, report) {
    const jails = sshdJails(model);
    const [general, ...blocks] = model.sshd === undefined ? [] : scopesOf(model.sshd);
    if (general === undefined || jails.length === 0) return;
    const names = jails.map(jail => `[${jail.name}]`).join(', ');
    const line = general.line('loglevel');
    if (line !== undefined && blind.has(general.value('loglevel'))) {
      const message = `LogLevel ${line.value}: sshd logs no failed login, so ${names} never bans anybody`;
      report({
        at: atDirective(line),
        message,
        option: 'LogLevel',
        fix: { ...setSshdForAll(model.sshd!, { LogLevel: 'INFO' }), decision },
      });
    }
    for (const scope of blocks) {
      const own = scope.ownLine('loglevel');
      if (own === undefined || !blind.has(scope.value('loglevel')) || blind.has(general.value('loglevel')))
        continue;
      const message = `LogLevel ${own.value}: sshd logs no failed login where "${describeLine(scope.block!.match)}" applies, so ${names} bans nobody there`;
      report({
        at: atDirective(own),
        message,
        severity: 'warning',
        option: 'LogLevel',
        fix: { ...setSshd(own, 'INFO'), decision },
      });
    }
    const facility = general.line('syslogfacility');
    const fromFile = jails.filter(readsLoginLog).map(jail => `[${jail.name}]`);
    if (facility === undefined || /^AUTH/.test(general.value('syslogfacility')) || fromFile.length === 0)
      return;
    report({
      at: atDirective(facility),
      message: `SyslogFacility ${facility.value}: syslog doesn't write that to the log of logins, where ${fromFile.join(', ')} looks for failures`,
      severity: 'warning',
      option: 'SyslogFacility',
      fix: {
        ...setSshdForAll(model.sshd!, { SyslogFacility: 'AUTH' }),
        decision: 'to which log sshd writes',
      },
    });
  },
});

/** Whether a jail reads the file of AUTH and AUTHPRIV alone. */
function readsLoginLog(jail: Jail): boolean {
  const paths = (jail.text('logpath') ?? '').split(/\s+/).filter(path => path !== '');
  const isJournal = /^systemd/.test(jail.text('backend') ?? '');
  return !isJournal && paths.length > 0 && paths.every(path => /\/(?:auth\.log|secure)\*?$/.test(path));
}

const decision = 'how much sshd logs';
