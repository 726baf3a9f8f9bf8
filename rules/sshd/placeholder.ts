import { atSpan, defineRule, keywords } from '../../src/api';

/** Keywords whose words are names of people, groups, addresses or files. */
const fields: ReadonlySet<string> = new Set([
  'allowusers',
  'allowgroups',
  'denyusers',
  'denygroups',
  'listenaddress',
  'authorizedkeyscommanduser',
  'chrootdirectory',
]);

const placeholder =
  /^(?:<[^<>]+>|\{\{?[^{}]+\}\}?|\[[a-z_ -]+\]|my[-_]?username|your[-_]?(?:own[-_]?)?(?:user(?:[-_]?name)?|name|login|account|group|ip|server[-_]?ip)(?:[-_]?here)?|user(?:name)?[-_]?here|changeme)$/i;

export default defineRule({
  id: 'sshd/placeholder',
  severity: 'warning',
  summary: 'a name that was to be filled in',
  why: `Guides write AllowUsers your_username and mean a name of yours. sshd takes it for a name: as soon as AllowUsers is set nobody else may
log in, and at the next restart everybody is locked out.`,
  fix: 'put the real name in its place, and try it in a second session before you log out',
  bad: { 'ssh/sshd_config': 'AllowUsers your_username\n' },
  good: { 'ssh/sshd_config': 'AllowUsers alice\n' },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    for (const { directive } of sshd?.walk.steps ?? []) {
      const keyword = keywords.get(directive.keyword);
      if (keyword === undefined || !fields.has(keyword.field)) continue;
      for (const word of directive.words) {
        if (!placeholder.test(word.text.replace(/@.*$/, ''))) continue;
        const isAllow = /^allow/.test(keyword.field);
        report({
          at: atSpan(directive.file, word.span),
          message: `${keyword.name} ${word.text}: this was to be filled in${isAllow ? '; sshd lets in only those who are named, and this is nobody' : ''}`,
          option: keyword.name,
        });
      }
    }
  },
});
