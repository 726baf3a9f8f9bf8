import {
  defineRule,
  findTimeFault,
  type GradedFinding,
  gradeByUse,
  hasSwallowed,
  type Model,
  onceUsed,
  placeOfValue,
  quote,
  replaceText,
  type Severity,
  suggestTime,
  type TimeEffect,
  timeOptions,
  type UsedValue,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'value/bad-time',
  severity: 'error',
  summary: 'a time fail2ban does not understand',
  why: `Times are evaluated as expressions of numbers and the units s, m, h, d, w, mo, y with their documented longer forms. With
anything else, such as \`forever\`, \`2hrs\`, \`30mins\` or \`1,5h\`, the server refuses its commands: fail2ban does not start, though
\`fail2ban-client -t\` succeeds. \`5j\` is an imaginary number: as bantime it is refused, as bantime.maxtime it keeps bans from growing.`,
  fix: 'write numbers with the units s, m, h, d, w, mo, y, such as 1h30m or 1.5h; -1 as bantime bans for ever',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter =\nfailregex = ^bad login from <HOST>$\nlogpath = /var/log/web.log\nbantime = 2hrs\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter =\nfailregex = ^bad login from <HOST>$\nlogpath = /var/log/web.log\nbantime = 1 day 12h\nfindtime = 60*60\n',
  },
  evidence: [
    'linuxserver/docker-fail2ban#11',
    'robertdebock/ansible-role-fail2ban#5',
    'fail2ban/fail2ban#1425',
  ],
  check(model, report) {
    const values = [...timeOptions].flatMap(option => valuesOf(model, option));
    const findings = values.flatMap(value => checkTime(model, value));
    withReasons(model, 'value/bad-time', findings).forEach(report);
  },
});

const grades: Readonly<Record<TimeEffect, readonly [Severity, string]>> = {
  refused: ['error', '; fail2ban will not start'],
  blind: ['error', '; the jail finds no failure at all'],
  growth: ['warning', '; no ban grows, and none is restored after a restart'],
  purge: ['warning', '; old bans are never deleted from the database'],
  works: ['warning', ''],
};

function checkTime(model: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, jail, use } = value;
  if (hasSwallowed(model, text)) return [];
  const fault = findTimeFault(option, text.value);
  if (fault === undefined) return [];
  const [severity, effect] = grades[fault.effect];
  const meant = suggestTime(text.value);
  const question =
    meant === undefined || (meant === '-1' && option !== 'bantime') ? '' : `; did you mean "${meant}"?`;
  const place = placeOfValue(model.setup, value, timeOptions, fault.start, fault.end);
  const whole = placeOfValue(model.setup, value, timeOptions);
  return [
    {
      at: place,
      message: `${option} = ${quote(text.value)} is not a time fail2ban understands (${fault.reason}${question})${effect}${effect && onceUsed(use)}`,
      severity: gradeByUse(use, severity),
      option,
      ...(jail && { jail: jail.name }),
      ...(question !== '' && {
        fix: {
          ...replaceText(model.setup, `write ${meant}`, whole, meant!),
          ...(meant === '-1' && { decision: 'whether a ban lasts for ever' }),
        },
      }),
    },
  ];
}
