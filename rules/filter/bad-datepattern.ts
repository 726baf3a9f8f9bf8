import {
  atText,
  type DatePatternFault,
  defineRule,
  type Fix,
  findDatePatternFault,
  type GradedFinding,
  gradeByUse,
  isFromStock,
  type Model,
  quote,
  replaceWritten,
  type Setup,
  type Text,
  together,
  type UsedValue,
  unusedFilterFindings,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'filter/bad-datepattern',
  severity: 'error',
  summary: 'a date pattern that is refused, or finds no date',
  why: `A date pattern is a regex in which %Y, %m, %d and so on stand for the parts of a date; in the file each % is written twice. A letter
that stands for no part, a % at the end and the same pattern on two lines make the server refuse it: fail2ban doesn't start. Brackets around the
date must be escaped, else they are a set of characters, and each line of the log ends in an error. \`fail2ban-client -t\` says that
all is well in either case.`,
  fix: 'use the letters of jail.conf(5), %%%% for a percent sign, \\[ and \\] for brackets, and each pattern once',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%%Y-%%m-%%D\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%%Y-%%m-%%d %%H:%%M:%%S\n',
  },
  evidence: [
    'fail2ban/fail2ban#2029',
    'fail2ban/fail2ban#2463',
    'fail2ban/fail2ban#1162',
    'fail2ban/fail2ban#1558',
    'fail2ban/fail2ban#2266',
    'jail.conf(5)',
  ],
  check(model, report) {
    const findings = valuesOf(model, 'datepattern').flatMap(value => checkPatterns(model, value));
    withReasons(model, 'filter/bad-datepattern', findings).forEach(report);
    unusedFilterFindings(model, 'filter/bad-datepattern').forEach(report);
  },
});

function checkPatterns(
  { setup }: Model,
  { text, setting, jail, use, option }: UsedValue,
): readonly GradedFinding[] {
  const findings: GradedFinding[] = [];
  let start = 0;
  for (const pattern of text.value.split('\n')) {
    const fault = findDatePatternFault(pattern);
    const at = start;
    start += pattern.length + 1;
    // one of several may be there for lines the others don't find a date in
    if (fault?.effect === 'vague' && text.value.includes('\n')) continue;
    if (fault === undefined || isFromStock(setup, text, at, start - 1)) continue;
    const effect = fault.effect === 'blind' ? '; the jail finds no failure' : '';
    findings.push({
      at: atText(text, setting, at + fault.start, at + fault.end),
      message: `datepattern ${quote(pattern)} ${fault.reason}${effect}`,
      severity: gradeByUse(use, fault.effect === 'blind' ? 'error' : 'warning'),
      option,
      ...(jail && { jail: jail.name }),
      ...bracketFix(setup, text, pattern, at, fault),
    });
  }
  return findings;
}

/** Nobody wants a set of characters that holds a whole part of a date. */
function bracketFix(
  setup: Setup,
  text: Text,
  pattern: string,
  at: number,
  { start, end }: DatePatternFault,
): { readonly fix?: Fix } {
  if (pattern[start] !== '[' || pattern[end - 1] !== ']') return {};
  const title = 'escape the brackets';
  const fixes = [start, end - 1].map(each =>
    replaceWritten(setup, title, text, `\\${pattern[each]}`, at + each, at + each + 1),
  );
  const whole = fixes.flatMap(fix => fix ?? []);
  if (whole.length < fixes.length) return {};
  return { fix: together(title, whole, 'whether brackets stand around the date in the log') };
}
