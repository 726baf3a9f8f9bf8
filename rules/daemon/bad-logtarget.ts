import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'daemon/bad-logtarget',
  severity: 'error',
  summary: 'a log target that fail2ban cannot write to',
  why: `\`logtarget\` is the path of a file, or STDOUT, STDERR, SYSOUT, SYSLOG or SYSTEMD-JOURNAL, with arguments in brackets if need be. It
is opened when the server starts. A directory, brackets that don't match and a format that Python can't use are refused there:
fail2ban doesn't start, though \`fail2ban-client -t\` succeeds.`,
  fix: 'write the path of a file, or one of the names above',
  bad: {
    'fail2ban.local': '[Definition]\nlogtarget = /var/log/fail2ban/\n',
  },
  good: {
    'fail2ban.local': '[Definition]\nlogtarget = /var/log/fail2ban/fail2ban.log\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'daemon/bad-logtarget').forEach(report);
  },
});
