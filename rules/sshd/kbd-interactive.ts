import { atDirective, atFile, defineRule, guessableMethods, scopesOf, setSshdForAll } from '../../src/api';

export default defineRule({
  id: 'sshd/kbd-interactive',
  severity: 'warning',
  summary: 'passwords are off, but keyboard-interactive still asks for them',
  why: `With UsePAM yes the method keyboard-interactive asks PAM, and PAM asks for the password: PasswordAuthentication no closes one door
of two. KbdInteractiveAuthentication (ChallengeResponseAuthentication before OpenSSH 8.7) is yes unless it is set to no.`,
  fix: 'KbdInteractiveAuthentication no; where PAM asks for a one-time password, AuthenticationMethods publickey,keyboard-interactive',
  bad: { 'ssh/sshd_config': 'PasswordAuthentication no\nUsePAM yes\n' },
  good: { 'ssh/sshd_config': 'PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM yes\n' },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    const scope = sshd?.walk.unread.length === 0 ? scopesOf(sshd)[0] : undefined;
    if (sshd === undefined || scope === undefined || scope.value('passwordauthentication') === 'yes') return;
    if (!guessableMethods(scope).includes('keyboard-interactive')) return;
    const line = scope.line('kbdinteractiveauthentication');
    const place = line ?? scope.line('passwordauthentication');
    const state = line === undefined ? 'yes, as nothing sets it,' : 'yes';
    report({
      at: place === undefined ? atFile(sshd.main) : atDirective(place),
      message: `PasswordAuthentication is no, but KbdInteractiveAuthentication is ${state} with UsePAM yes: passwords still work, and can be guessed`,
      option: 'KbdInteractiveAuthentication',
      fix: {
        ...setSshdForAll(sshd, { KbdInteractiveAuthentication: 'no' }, place),
        decision: 'whether everybody has a key',
      },
    });
  },
});
