import {
  atSpan,
  defineRule,
  describeRefusal,
  type Facts,
  type Fix,
  type Refusal,
  renameSshd,
  replaceInSshd,
  suggestKeyword,
} from '../../src/api';

/** More faults than this in one file are hardly slips. */
const most = 20;

export default defineRule({
  id: 'sshd/bad-keyword',
  severity: 'error',
  summary: 'a line with which sshd does not start',
  why: `sshd stops at a keyword it doesn't know, at words too many and at values it can't read. It goes on running until the next restart, an
update or a reboot; then nobody gets in any more. "PermitRootLogin yes | no" and the like come from guides that show the choice and were
copied as they stand. sshd -t checks the file before a restart.`,
  fix: 'mend the line, then: sshd -t && systemctl reload ssh',
  bad: { 'ssh/sshd_config': 'PermitRootLogn no\nPasswordAuthentication yes | no\n' },
  good: {
    'ssh/sshd_config': 'PermitRootLogin no\nPasswordAuthentication no\nChallengeResponseAuthentication no\n',
  },
  evidence: ['sshd_config(5)', 'sshd(8)'],
  check({ sshd, facts }, report) {
    const refusals = (sshd?.evaluate().refusals ?? []).filter(
      refusal => !isToldElsewhere(refusal) && isRefused(refusal, facts),
    );
    for (const [index, refusal] of refusals.slice(0, most).entries()) {
      const left = refusals.length - most;
      const more = index === most - 1 && left > 0 ? ` (and ${left} more lines like it)` : '';
      report({
        at: atSpan(refusal.file, refusal.span),
        message: `${describeRefusal(refusal)}; sshd will not start after the next restart${more}`,
        ...(refusal.directive !== undefined && { option: refusal.directive.name }),
        ...mend(refusal),
      });
    }
  },
});

/** A keyword, or a word, that is nearly one sshd knows. */
function mend({ code, directive, suggestion, span }: Refusal): { readonly fix?: Fix } {
  if (directive === undefined) return {};
  const meant = code === 'unknown-keyword' ? suggestKeyword(directive.name) : suggestion;
  if (meant === undefined) return {};
  const isKeyword = code === 'unknown-keyword';
  const fix = isKeyword ? renameSshd(directive, meant) : replaceInSshd(directive, span, meant);
  return fix === undefined ? {} : { fix };
}

/** sshd/settings-after-match tells of keywords that may not stand in a block. */
function isToldElsewhere({ code }: Refusal): boolean {
  return code === 'in-match';
}

/** What a newer or a patched OpenSSH takes is refused for sure only where the release is known. */
function isRefused({ since, isPatched }: Refusal, facts: Facts): boolean {
  if (isPatched) return false;
  if (since === undefined) return true;
  const installed = facts['openssh-version'];
  return installed !== undefined && compare(installed, since) < 0;
}

function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(/\D/).map(Number);
  const [majorB = 0, minorB = 0] = b.split(/\D/).map(Number);
  return majorA - majorB || minorA - minorB;
}
