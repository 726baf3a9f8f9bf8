import { atSpan, defineRule, type Facts, keywords, removeSshd, renameSshd } from '../../src/api';

export default defineRule({
  id: 'sshd/deprecated-keyword',
  severity: 'info',
  summary: 'a keyword of old',
  why: `sshd still takes some keywords that have done nothing for years, and old names of others. A setting that does nothing may be taken for
protection, and people who look for the new name in the file don't find the old one.`,
  fix: 'delete what does nothing; write KbdInteractiveAuthentication for ChallengeResponseAuthentication (from OpenSSH 8.7)',
  bad: { 'ssh/sshd_config': 'ChallengeResponseAuthentication no\nUsePrivilegeSeparation sandbox\n' },
  good: { 'ssh/sshd_config': 'KbdInteractiveAuthentication no\n' },
  evidence: ['sshd_config(5)', 'https://www.openssh.com/txt/release-8.7'],
  check({ sshd, facts }, report) {
    const seen = new Set<unknown>();
    for (const { directive } of sshd?.walk.steps ?? []) {
      const keyword = keywords.get(directive.keyword);
      if (keyword === undefined || keyword.kind === 'current' || keyword.kind === 'ignored') continue;
      if (seen.has(directive)) continue;
      seen.add(directive);
      const current = [...keywords.values()].find(
        each => each.kind === 'current' && each.field === keyword.field,
      );
      const message =
        current === undefined
          ? `${keyword.name} does nothing: sshd passes over it`
          : `${keyword.name} is the old name of ${current.name}`;
      report({
        at: atSpan(directive.file, directive.keywordSpan),
        message,
        option: keyword.name,
        ...(current === undefined
          ? { fix: removeSshd(directive) }
          : isKnown(facts) && { fix: renameSshd(directive, current.name) }),
      });
    }
  },
});

/** OpenSSH 8.7 brought the last of the new names. */
function isKnown({ 'openssh-version': version }: Facts): boolean {
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)/.exec(version ?? '')?.map(Number) ?? [];
  return version === undefined || major > 8 || (major === 8 && minor >= 7);
}
