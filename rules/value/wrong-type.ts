import {
  booleanOptions,
  defineRule,
  findInlineComment,
  type GradedFinding,
  gradeByUse,
  hasSwallowed,
  isBooleanWord,
  type Model,
  numberFindings,
  placeOfValue,
  quote,
  replaceText,
  suggestBoolean,
  type UsedValue,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'value/wrong-type',
  severity: 'error',
  summary: 'a switch that is neither yes nor no, or a number that is none',
  why: `For a switch everything but 1, on, true and yes means no: \`enabled = ture\` and \`enabled = "true"\` turn the jail off without
a word. A number that is none leaves nothing behind, and the server refuses that: fail2ban does not start, though
\`fail2ban-client -t\` succeeds. Only maxlines is dropped instead.`,
  fix: 'write true or false, or a whole number, without quotes and units',
  bad: { 'jail.local': '[web]\nenabled = "true"\nlogpath = /var/log/web.log\n' },
  good: {
    'jail.local':
      '[web]\nenabled = YES\nfilter =\nlogpath = /var/log/web.log\nmaxretry = 5\nignoreself = 0\n',
  },
  evidence: [
    'fail2ban/fail2ban#3090',
    'fail2ban/fail2ban#2536',
    'fail2ban/fail2ban#821',
    'fail2ban/fail2ban#3528',
  ],
  check(model, report) {
    const switches = [...booleanOptions].flatMap(option => valuesOf(model, option));
    const findings = [
      ...switches.flatMap(value => checkSwitch(model, value)),
      ...numberFindings(model, 'type'),
    ];
    withReasons(model, 'value/wrong-type', findings).forEach(report);
  },
});

function checkSwitch(model: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, jail, use } = value;
  if (isBooleanWord(text.value) || findInlineComment(text.value) || hasSwallowed(model, text)) return [];
  const suggestion = suggestBoolean(text.value);
  const isEnabled = option === 'enabled';
  const effect = `is not a yes or no: it counts as false${isEnabled ? ', and the jail stays off' : ''}`;
  const place = placeOfValue(model.setup, value, booleanOptions);
  return [
    {
      at: place,
      message: `${option} = ${quote(text.value)} ${effect}${suggestion === undefined ? '' : ` - did you mean "${suggestion}"?`}`,
      severity: gradeByUse(use, isEnabled ? 'error' : 'warning'),
      option,
      ...(jail && { jail: jail.name }),
      ...(suggestion !== undefined && {
        fix: replaceText(model.setup, `write ${suggestion}`, place, suggestion),
      }),
    },
  ];
}
