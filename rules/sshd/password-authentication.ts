import {
  atDirective,
  atFile,
  defineRule,
  guessableMethods,
  type Scope,
  scopesOf,
  setSshdForAll,
  strayLines,
} from '../../src/api';

export default defineRule({
  id: 'sshd/password-authentication',
  severity: 'info',
  summary: 'sshd takes passwords',
  why: `fail2ban slows guessing down, from each address for itself; thousands of addresses that try twice a day it never sees. A key can't
be guessed. sshd takes passwords unless PasswordAuthentication is set to no, and cloud images set it to yes in a drop-in of their own.`,
  fix: 'log in with a key first; then PasswordAuthentication no and KbdInteractiveAuthentication no',
  bad: { 'ssh/sshd_config': 'PermitRootLogin no\nPasswordAuthentication yes\n' },
  good: { 'ssh/sshd_config': 'PasswordAuthentication no\nKbdInteractiveAuthentication no\n' },
  evidence: ['sshd_config(5)', 'fail2ban/fail2ban#2440'],
  check({ sshd }, report) {
    const scope = sshd?.walk.unread.length === 0 ? scopesOf(sshd)[0] : undefined;
    if (sshd === undefined || scope === undefined || !guessableMethods(scope).includes('password')) return;
    const line = scope.line('passwordauthentication');
    report({
      at: line === undefined ? atFile(sshd.main) : atDirective(line),
      message: `PasswordAuthentication is yes${line === undefined ? ', as nothing sets it' : ''}: passwords can be guessed, and fail2ban only slows that down`,
      option: 'PasswordAuthentication',
      // the line that ended up in a block is moved
      ...(!strayLines(sshd).some(each => isKeyword(each.line.keyword)) && {
        fix: {
          ...setSshdForAll(sshd, withoutPasswords(scope), line),
          decision: 'whether everybody has a key',
        },
      }),
    });
  },
});

function isKeyword(keyword: string): boolean {
  return /^(?:passwordauthentication|kbdinteractiveauthentication)$/.test(keyword);
}

/** With one method off alone, the other goes on asking for the password. */
function withoutPasswords(scope: Scope): Readonly<Record<string, string>> {
  const isAsked = guessableMethods(scope).includes('keyboard-interactive');
  return { PasswordAuthentication: 'no', ...(isAsked && { KbdInteractiveAuthentication: 'no' }) };
}
