import { defineRule, excerpt, faultsByPlace, filterName, missedSessions, nameJails } from '../../src/api';

export default defineRule({
  id: 'log/sshd-session',
  severity: 'error',
  summary: 'an sshd that logs as sshd-session, and a filter that only knows sshd',
  why: `Since OpenSSH 9.8 a program of its own handles each connection, and failed logins stand in the log and in the journal as sshd-session.
The filter of fail2ban before 1.1.1 asks for sshd: the jail is up, reads every line, and finds none. Distributions have mended
their packages, so f2blint looks at the filter itself. Known from the host's facts; without them f2blint says nothing.`,
  fix: `update fail2ban to 1.1.1; or in filter.d/sshd.local below [DEFAULT] _daemon = sshd(?:-session)?, and below [Definition] journalmatch = _SYSTEMD_UNIT=ssh.service + _COMM=sshd + _COMM=sshd-session`,
  bad: {
    'facts.json': '{"openssh-version": "9.8p1", "fail2ban-version": "1.0.2"}',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf':
      '[Definition]\nfailregex = ^\\S+ sshd\\[\\d+\\]: Failed password for \\S+ from <HOST>\n',
  },
  good: {
    'facts.json': '{"openssh-version": "9.8p1", "fail2ban-version": "1.0.2"}',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf':
      '[Definition]\nfailregex = ^\\S+ sshd(?:-session)?\\[\\d+\\]: Failed password for \\S+ from <HOST>\n',
  },
  evidence: ['fail2ban/fail2ban#3747', 'fail2ban/fail2ban#4028', 'fail2ban/fail2ban#3891'],
  check(model, report) {
    const { setup, facts } = model;
    const faults = missedSessions(model).map(({ jail, what, place }) => ({
      jail,
      place,
      about: what,
      fault: { what, filter: filterName(jail) },
    }));
    for (const { place, jails, fault } of faultsByPlace(setup, faults)) {
      const taken =
        fault.what === 'filter'
          ? `filter ${excerpt(fault.filter)} only takes lines`
          : 'journalmatch only takes entries';
      report({
        at: place,
        message: `${nameJails(jails, 'finds', 'find')} no failed login: OpenSSH ${excerpt(facts['openssh-version'] ?? '')} logs as sshd-session, and ${taken} of sshd`,
        ...(jails.length === 1 && { jail: jails[0]!.name }),
        option: fault.what,
      });
    }
  },
});
