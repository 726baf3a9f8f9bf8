import {
  atText,
  type CommentEffect,
  commentOptions,
  defineRule,
  excerpt,
  findMistakenComment,
  type GradedFinding,
  gradeByUse,
  type Model,
  moveCommentUp,
  onceUsed,
  onePerPlace,
  type Use,
  type UsedValue,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'syntax/inline-comment',
  severity: 'error',
  summary: 'a # behind a value, meant as a comment',
  why: `Only a ; behind a blank starts a comment behind a value. With # the whole text becomes the value: \`enabled = true # web\`
and other switches count as no, a number or a backend stops fail2ban, a path names no file, a port breaks the ban command.
Only times are evaluated as expressions, in which # does start a comment.`,
  fix: 'move the comment to a line of its own above the option',
  bad: { 'jail.local': '[web]\nenabled = true  # the web team\nlogpath = /var/log/web.log\n' },
  good: {
    'jail.local':
      '[web]\n# the web team\nenabled = true ; since May\nfilter =\nlogpath = /var/log/web#1.log\nfailregex = ^# <HOST>\n',
  },
  evidence: [
    'fail2ban/fail2ban#3090',
    'fail2ban/fail2ban#226',
    'fail2ban/fail2ban#2536',
    'fail2ban/fail2ban#3528',
    'fail2ban/fail2ban#821',
  ],
  check(model, report) {
    const values = commentOptions.flatMap(option => valuesOf(model, option));
    onePerPlace(
      model.setup,
      values.flatMap(value => findComment(model, value)),
    ).forEach(report);
  },
});

function findComment({ setup }: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, setting, jail, use } = value;
  const comment = findMistakenComment(value);
  if (comment === undefined) return [];
  const { effect } = comment;
  const quoted = excerpt(text.value.slice(comment.start, comment.end));
  const line = text.value.slice(text.value.lastIndexOf('\n', comment.start) + 1, comment.end);
  const at = atText(text, setting, comment.start, comment.end);
  const fix = moveCommentUp(setup, at);
  return [
    {
      at,
      message: `"${quoted}" after a value is not a comment: ${option} is "${excerpt(line)}", ${effect.words}${consequence(effect, use)}`,
      severity: gradeByUse(use, effect.severity),
      option,
      ...(jail && { jail: jail.name }),
      ...(fix && { fix }),
    },
  ];
}

function consequence({ isFatal, severity }: CommentEffect, use: Use): string {
  if (isFatal) return `; fail2ban will not start${onceUsed(use)}`;
  return severity === 'info' || use === 'skipped' ? '' : onceUsed(use);
}
