import { atDirective, defineRule, type Fix, type Sshd, scopesOf, setSshdForAll } from '../../src/api';

export default defineRule({
  id: 'sshd/connection-limits',
  severity: 'info',
  summary: 'connections that never log in are hardly limited',
  why: `sshd keeps a place for each connection that has not logged in yet, for LoginGraceTime seconds, and drops new ones by chance from
MaxStartups on. With LoginGraceTime 0 such a connection stays for ever: a handful of clients that say nothing fill all places, and log
nothing that fail2ban could ban for. With hundreds of places there is room for as many guesses at once, before the first ban.
LoginGraceTime 0 was advised against CVE-2024-6387; an updated OpenSSH doesn't need it.`,
  fix: 'LoginGraceTime 30 to 120; MaxStartups 10:30:100',
  bad: { 'ssh/sshd_config': 'LoginGraceTime 0\n' },
  good: { 'ssh/sshd_config': 'LoginGraceTime 30\nMaxStartups 10:30:60\n' },
  evidence: ['sshd_config(5)', 'https://www.openssh.com/txt/release-9.8'],
  options: {
    starts: {
      summary: 'from how many connections at once without chance being taken MaxStartups is high',
      unit: 'number',
      default: 200,
      minimum: 11,
    },
  },
  check({ sshd }, report, { starts }) {
    const scope = sshd && scopesOf(sshd)[0];
    if (sshd === undefined || scope === undefined) return;
    const grace = scope.line('logingracetime');
    if (grace !== undefined && scope.value('logingracetime') === '0') {
      const message =
        'LoginGraceTime 0: a connection that never logs in stays for ever, and a few of them lock everybody out without a line for fail2ban';
      report({
        at: atDirective(grace),
        message,
        option: 'LoginGraceTime',
        fix: limit(sshd, 'LoginGraceTime', '120'),
      });
    }
    const startups = sshd.evaluate().settings.find(each => each.field === 'maxstartups');
    const line = startups?.origins[0];
    const begin = Number(startups?.values[0]?.split(':')[0]);
    if (line !== undefined && begin >= starts) {
      const message = `MaxStartups ${line.value}: ${begin} connections may guess at once before sshd drops any`;
      report({
        at: atDirective(line),
        message,
        option: 'MaxStartups',
        fix: limit(sshd, 'MaxStartups', '10:30:100'),
      });
    }
  },
});

/** The default of sshd. */
function limit(sshd: Sshd, name: string, value: string): Fix {
  return { ...setSshdForAll(sshd, { [name]: value }), decision: 'how many may connect, and for how long' };
}
