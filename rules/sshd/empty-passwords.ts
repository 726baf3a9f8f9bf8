import { atDirective, defineRule, scopesOf, setSshdForAll } from '../../src/api';

export default defineRule({
  id: 'sshd/empty-passwords',
  severity: 'error',
  summary: 'accounts without a password are open to everybody',
  why: `With PermitEmptyPasswords yes sshd lets anybody in who names an account whose password is empty. There is nothing to guess and
nothing fails, so fail2ban has nothing to ban for.`,
  fix: 'PermitEmptyPasswords no, or leave the line out',
  bad: { 'ssh/sshd_config': 'PermitEmptyPasswords yes\nPasswordAuthentication yes\n' },
  good: { 'ssh/sshd_config': 'PermitEmptyPasswords no\nPasswordAuthentication yes\n' },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    const scope = sshd && scopesOf(sshd)[0];
    const line = scope?.line('permitemptypasswords');
    if (
      sshd === undefined ||
      scope === undefined ||
      line === undefined ||
      scope.value('permitemptypasswords') !== 'yes'
    )
      return;
    const isHarmless = scope.value('passwordauthentication') === 'no';
    report({
      at: atDirective(line),
      message: isHarmless
        ? 'PermitEmptyPasswords yes: accounts without a password lie open as soon as PasswordAuthentication is yes again'
        : 'PermitEmptyPasswords yes: anybody can log in to an account whose password is empty, and fail2ban sees no failure',
      ...(isHarmless && { severity: 'warning' }),
      option: 'PermitEmptyPasswords',
      fix: setSshdForAll(sshd, { PermitEmptyPasswords: 'no' }),
    });
  },
});
