import {
  atDirective,
  defineRule,
  describeLine,
  guessableMethods,
  isLimited,
  keywords,
  type Scope,
  scopesOf,
  withdrawSshd,
} from '../../src/api';

const hardened = [
  'permitrootlogin',
  'passwordauthentication',
  'kbdinteractiveauthentication',
  'permitemptypasswords',
];

export default defineRule({
  id: 'sshd/match-override',
  severity: 'warning',
  summary: 'a Match block takes back the hardening for nearly everybody',
  why: `What stands in a Match block beats what stands above it. "Match User *", "Match Address *" or a group everybody is in turns on again
what the rest of the file turned off. A block for a private network, for hosts by name or for single accounts is no finding.`,
  fix: 'narrow the block to the network or the accounts that need it, or take the line out',
  bad: {
    'ssh/sshd_config':
      'PasswordAuthentication no\nKbdInteractiveAuthentication no\nMatch User *\n    PasswordAuthentication yes\n',
  },
  good: {
    'ssh/sshd_config':
      'PasswordAuthentication no\nKbdInteractiveAuthentication no\nMatch Address 10.0.0.0/8\n    PasswordAuthentication yes\n',
  },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    const [general, ...blocks] = sshd === undefined ? [] : scopesOf(sshd);
    if (general === undefined) return;
    for (const scope of blocks) {
      for (const field of hardened) {
        const line = scope.ownLine(field);
        if (line === undefined || !isLooser(field, scope, general)) continue;
        if (isLimited(scope.block!, field === 'permitrootlogin')) continue;
        const before = general.line(field);
        report({
          at: atDirective(line),
          message: `"${describeLine(scope.block!.match)}" turns ${describeLine(line)} back on, and it is not limited to few`,
          ...(before !== undefined && {
            related: [{ at: atDirective(before), message: 'what holds for everybody else' }],
          }),
          option: keywords.get(line.keyword)?.name ?? line.name,
          fix: { ...withdrawSshd(line), decision: 'whether those of the block need it' },
        });
      }
    }
  },
});

function isLooser(field: string, scope: Scope, general: Scope): boolean {
  if (scope.value(field) !== 'yes' || general.value(field) === 'yes') return false;
  if (field === 'passwordauthentication') return guessableMethods(scope).includes('password');
  return field !== 'kbdinteractiveauthentication' || guessableMethods(scope).includes('keyboard-interactive');
}
