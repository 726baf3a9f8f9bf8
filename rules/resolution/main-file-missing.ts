import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'resolution/main-file-missing',
  severity: 'error',
  summary: 'no fail2ban.conf, or one without [Definition]',
  why: `fail2ban takes the settings of the daemon from [Definition] of fail2ban.conf and its kin. Without that section it goes on with
values it has itself, of which there is none for \`dbmaxmatches\`, and ends at that. From 1.1.1 it doesn't go on without fail2ban.conf
or jail.conf at all. The files belong to the package; yours are fail2ban.local and jail.local.`,
  fix: 'put back the file of the package; a new [Definition] in fail2ban.local does as well',
  bad: {
    'fail2ban.conf': '[DEFAULT]\nloglevel = INFO\n',
  },
  good: {
    'fail2ban.conf': '[DEFAULT]\nloglevel = INFO\n[Definition]\ndbmaxmatches = 10\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'resolution/main-file-missing').forEach(report);
  },
});
