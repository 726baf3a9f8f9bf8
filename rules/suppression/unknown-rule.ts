import {
  atSpan,
  type Directive,
  type DirectiveRule,
  defineRule,
  excerpt,
  removeName,
  rewriteComment,
} from '../../src/api';

export default defineRule({
  id: 'suppression/unknown-rule',
  severity: 'warning',
  summary: 'a suppression of a rule that does not exist',
  why: `A name with a slip of the pen hides nothing, and the same comment would go unnoticed when the finding it was for is gone. Rules are named in
full, GROUP/NAME, or as all of a group, GROUP/*. What is wrong with suppressions themselves can not be suppressed by a comment, only switched off in .f2blintrc.`,
  fix: 'write the name as it stands in the report; `f2blint rules` lists them',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-bans -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['eslint/eslint#9647'],
  isLast: true,
  check({ directives }, report) {
    for (const directive of directives) {
      for (const rule of directive.rules) {
        if (!rule.isUnknown) continue;
        report({
          at: atSpan(directive.file, rule.span),
          message: messageFor(rule),
          fix: fixFor(directive, rule),
        });
      }
    }
  },
});

function messageFor({ name, meant }: DirectiveRule): string {
  if (name.startsWith('suppression/')) return `${excerpt(name)} can not be suppressed by a comment`;
  if (/^\*$|^all$/i.test(name)) return 'rules are suppressed by name, or a whole group as GROUP/*';
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `there is no rule ${excerpt(name)}${hint}`;
}

function fixFor(directive: Directive, rule: DirectiveRule) {
  return rule.meant === undefined
    ? removeName(directive, rule, 'which rule is meant')
    : rewriteComment(directive, rule.span, rule.meant);
}
