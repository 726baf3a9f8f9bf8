import { defineRule, faultsByPlace, leftOverLogs, nameJails, readJournal, withReasons } from '../../src/api';

export default defineRule({
  id: 'log/file-missing',
  severity: 'error',
  summary: 'an enabled jail whose log files do not exist',
  why: `fail2ban looks for the files of \`logpath\` when it starts. One is enough; but if a single enabled jail has none, fail2ban does not
start, and every other jail is down too. Debian 12, Raspberry Pi OS, Fedora and Arch write no /var/log/auth.log or secure, as they keep a
journal only: there the stock jail for sshd needs \`backend = systemd\`. A file that an earlier syslog daemon left behind makes fail2ban start,
and the jail never sees a line. Known from the host's facts; without them f2blint says nothing.`,
  fix: 'backend = systemd where the service logs to the journal; else the right path, or enabled = false; from 1.1.1 on also skip_if_nologs = true',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/nginx/error.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'facts.json': '{"log-files": ["/var/log/auth.log", "/var/log/apache2/error.log"]}',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/nginx/*.log\n          /var/log/apache2/*.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'facts.json': '{"log-files": ["/var/log/auth.log", "/var/log/apache2/error.log"]}',
  },
  evidence: [
    'fail2ban/fail2ban#3292',
    'fail2ban/fail2ban#3567',
    'fail2ban/fail2ban#3551',
    'fail2ban/fail2ban#3736',
    'fail2ban/fail2ban#3245',
    'fail2ban/fail2ban#2577',
    'fail2ban/fail2ban#3819',
    'fail2ban/fail2ban#853',
    'fail2ban/fail2ban#1246',
    'fail2ban/fail2ban#1711',
    'fail2ban/fail2ban#2204',
    'fail2ban/fail2ban#2275',
    'fail2ban/fail2ban#4177',
    'captainzero93/security_harden_linux#24',
    'imthenachoman/How-To-Secure-A-Linux-Server#110',
    'geerlingguy/ansible-role-security#122',
    'MHSanaei/3x-ui#6392',
    'fail2ban/fail2ban#3721',
    'fail2ban/fail2ban#3417',
    'fail2ban/fail2ban#2145',
    'fail2ban/fail2ban#3747',
  ],
  check(model, report) {
    const faults = leftOverLogs(model).map(({ jail, place, path }) => ({ jail, place, fault: path }));
    const findings = faultsByPlace(model.setup, faults).map(({ place, jails, fault: path }) => ({
      at: place,
      message: `nothing writes to ${path} any more, as this host keeps a journal and runs no syslog daemon: ${nameJails(jails, 'finds', 'find')} no failure - backend = systemd reads the journal in its place`,
      severity: 'error' as const,
      ...(jails.length === 1 && { jail: jails[0]!.name }),
      option: 'logpath',
    }));
    for (const finding of withReasons(model, 'log/file-missing', findings)) {
      const fix = readJournal(model, finding.jail);
      report({ ...finding, ...(fix && { fix }) });
    }
  },
});
