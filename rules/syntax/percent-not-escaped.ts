import {
  defineRule,
  type InterpolationError,
  percentFix,
  valueErrorFindings,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'syntax/percent-not-escaped',
  severity: 'error',
  summary: 'a single % in a value',
  why: `A % starts a reference such as %(port)s in every value that is read, also in regexes, date patterns and shell commands.
Any other single % ends the load of everything; \`date +%s\`, \`%Y-%m-%d\`, a URL escape or \`\${VAR%?}\` are typical. Filters and
actions are read once an enabled jail uses them.`,
  fix: 'write %% for every % that is meant literally',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%Y-%m-%d %H:%M:%S\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%%Y-%%m-%%d %%H:%%M:%%S\n',
  },
  evidence: [
    'fail2ban/fail2ban#2878',
    'MHSanaei/3x-ui#4267',
    'fail2ban/fail2ban#3091',
    'fail2ban/fail2ban#802',
  ],
  check(model, report) {
    const findings = valueErrorFindings(model, describe, ({ error }) => percentFix(model.setup, error));
    withReasons(model, 'syntax/percent-not-escaped', findings).forEach(report);
  },
});

function describe({ kind, text, start }: InterpolationError, option: string): string | undefined {
  if (kind === 'percent') return `"%" in "${option}" must be written "%%"`;
  if (kind !== 'unclosed') return undefined;
  const [reference] = /^%\([^()\s]+\)?/.exec(text.value.slice(start, start + 60)) ?? [];
  if (reference === undefined) return `"%(" in "${option}" must be written "%%("`;
  return `"${reference}" in "${option}" is no complete reference, which ends in ")s"`;
}
