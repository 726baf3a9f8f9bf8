import {
  atDirective,
  defineRule,
  describeLine,
  type RootLogin,
  rootLogins,
  setSshd,
  setSshdForAll,
} from '../../src/api';

export default defineRule({
  id: 'sshd/root-login',
  severity: 'warning',
  summary: 'root may log in over ssh with a password',
  why: `root is the one account every attacker knows, and the one most often guessed at; fail2ban only slows the guessing down. With
PermitRootLogin prohibit-password root still comes in with a key. The first PermitRootLogin counts, drop-ins of sshd_config.d among
them where their Include stands, and PasswordAuthentication and KbdInteractiveAuthentication are on unless they are set to no. It is
advice only where AllowUsers or a Match block keeps root out all the same.`,
  fix: 'PermitRootLogin prohibit-password, or no where another account can become root; try it in a second session before you log out',
  bad: { 'ssh/sshd_config': 'PermitRootLogin yes\nPasswordAuthentication yes\n' },
  good: { 'ssh/sshd_config': 'PermitRootLogin prohibit-password\nPasswordAuthentication yes\n' },
  evidence: ['sshd_config(5)', 'https://cisofy.com/controls/SSH-7412/'],
  check({ sshd }, report) {
    if (sshd === undefined) return;
    for (const login of rootLogins(sshd)) {
      const isCertain = login.unless === undefined && login.methods.length > 0;
      report({
        at: atDirective(login.directive),
        message: describe(login),
        ...(!isCertain && { severity: 'info' }),
        option: 'PermitRootLogin',
        fix: {
          ...(login.match === undefined
            ? setSshdForAll(sshd, { PermitRootLogin: 'prohibit-password' })
            : setSshd(login.directive, 'prohibit-password')),
          decision: 'how root logs in',
        },
      });
    }
  },
});

function describe({ match, methods, unless }: RootLogin): string {
  const where = match === undefined ? '' : ` where "${describeLine(match)}" applies`;
  if (methods.length === 0) {
    return `PermitRootLogin yes${where}: root can log in, with a key only as long as passwords stay off; prohibit-password makes sure of that`;
  }
  const but = match === undefined && unless !== undefined ? wordsForUnless[unless] : '';
  return `PermitRootLogin yes: root can log in with ${methods.map(name => wordsFor[name]).join(' or ')}${where}${but}`;
}

const wordsForUnless: Readonly<Record<NonNullable<RootLogin['unless']>, string>> = {
  block: ', unless a Match block says otherwise',
  list: ', were it not for AllowUsers and its kin, which leave root out',
  unread: ', unless a file that could not be read says otherwise',
};

const wordsFor: Readonly<Record<RootLogin['methods'][number], string>> = {
  password: 'a password',
  'keyboard-interactive': 'keyboard-interactive, which asks for the password too',
};
