import { atSpan, defineRule, type RootLogin, rootLogins } from '../../src/api';

export default defineRule({
  id: 'sshd/root-login',
  severity: 'warning',
  summary: 'root may log in over ssh with a password',
  why: `root is the one account every attacker knows, and the one most often guessed at; fail2ban only slows the guessing down. With
PermitRootLogin prohibit-password root still comes in with a key. The first PermitRootLogin of the file counts, and PasswordAuthentication
and KbdInteractiveAuthentication are on unless they are set to no. A file named by an Include line above may set it otherwise: those are
not read yet, so below an Include this is advice only, and so it is where a Match block narrows it.`,
  fix: 'PermitRootLogin prohibit-password, or no where another account can become root; try it in a second session before you log out',
  bad: { 'ssh/sshd_config': 'PermitRootLogin yes\nPasswordAuthentication yes\n' },
  good: { 'ssh/sshd_config': 'PermitRootLogin prohibit-password\nPasswordAuthentication yes\n' },
  evidence: ['sshd_config(5)', 'https://cisofy.com/controls/SSH-7412/'],
  check({ sshd }, report) {
    if (sshd === undefined) return;
    for (const login of rootLogins(sshd)) {
      const { keywordSpan, valueSpan } = login.directive;
      report({
        at: atSpan(sshd.file, { start: keywordSpan.start, end: valueSpan.end }),
        message: describe(login),
        ...(!login.certain && { severity: 'info' }),
        option: 'PermitRootLogin',
      });
    }
  },
});

function describe({ directive: { match }, methods, certain }: RootLogin): string {
  const where = match === undefined ? '' : ` where "Match ${match.value}" applies`;
  if (methods.length === 0) {
    return `PermitRootLogin yes${where}: root can log in, with a key only as long as passwords stay off; prohibit-password makes sure of that`;
  }
  const unless =
    certain || match !== undefined ? '' : ', unless an included file or a Match block says otherwise';
  return `PermitRootLogin yes: root can log in with ${methods.map(name => wordsFor[name]).join(' or ')}${where}${unless}`;
}

const wordsFor: Readonly<Record<RootLogin['methods'][number], string>> = {
  password: 'a password',
  'keyboard-interactive': 'keyboard-interactive, which asks for the password too',
};
