import { atDirective, defineRule, scopesOf, setSshdForAll } from '../../src/api';

export default defineRule({
  id: 'sshd/use-dns',
  severity: 'info',
  summary: 'sshd asks the name server at each login',
  why: `With UseDNS yes sshd looks up the name of each client and checks it forward and back. While no name server answers every login waits,
and names instead of addresses may reach the lines of PAM. The default has been no since OpenSSH 6.8; only Match Host and from= with
names need it.`,
  fix: 'UseDNS no, or leave the line out',
  bad: { 'ssh/sshd_config': 'UseDNS yes\n' },
  good: { 'ssh/sshd_config': 'UseDNS no\n' },
  evidence: ['sshd_config(5)', 'jail.conf(5)', 'https://cisofy.com/controls/SSH-7408/'],
  check({ sshd }, report) {
    const scope = sshd && scopesOf(sshd)[0];
    const line = scope?.line('usedns');
    if (sshd === undefined || line === undefined || scope?.value('usedns') !== 'yes') return;
    report({
      at: atDirective(line),
      message:
        'UseDNS yes: logins wait while no name server answers, and names instead of addresses may reach the log',
      option: 'UseDNS',
      fix: { ...setSshdForAll(sshd, { UseDNS: 'no' }), decision: 'whether names count' },
    });
  },
});
