import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'log/bad-journalmatch',
  severity: 'error',
  summary: 'a journalmatch that the journal does not take',
  why: `\`journalmatch\` is a list of FIELD=value as journalctl takes it, with + for "or". The journal refuses a word without a field, such as
the bare name of a unit, and so does the server: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds. A quote that is not
closed ends the load of everything, whichever backend the jail has.`,
  fix: 'write FIELD=value, such as _SYSTEMD_UNIT=ssh.service + _COMM=sshd, with quotes around a word that has blanks in it',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = web.service\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = _SYSTEMD_UNIT=web.service + _COMM=web\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['systemd.journal-fields(7)', 'journalctl(1)'],
  check(model, report) {
    reasonsOf(model, 'log/bad-journalmatch').forEach(report);
  },
});
