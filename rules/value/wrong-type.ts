import {
  booleanOptions,
  defineRule,
  findInlineComment,
  findNumberFault,
  type GradedFinding,
  gradeByUse,
  isBooleanWord,
  type Model,
  numberOptions,
  onceUsed,
  onePerPlace,
  placeOfValue,
  quote,
  type Severity,
  suggestBoolean,
  type UsedValue,
  valuesOf,
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
    const numbers = numberOptions.flatMap(option => valuesOf(model, option));
    const findings = [
      ...switches.flatMap(value => checkSwitch(model, value)),
      ...numbers.flatMap(value => checkNumber(model, value)),
    ];
    onePerPlace(model.setup, findings).forEach(report);
  },
});

function checkSwitch({ setup }: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text } = value;
  if (isBooleanWord(text.value) || findInlineComment(text.value)) return [];
  const isEnabled = option === 'enabled';
  const effect = `is not a yes or no: it counts as false${isEnabled ? ', and the jail stays off' : ''}`;
  return [
    {
      at: placeOfValue(setup, value, booleanOptions),
      message: `${option} = ${quote(text.value)} ${effect}${question(suggestBoolean(text.value))}`,
      ...detailsOf(value, isEnabled ? 'error' : 'warning'),
    },
  ];
}

function checkNumber({ setup }: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, use } = value;
  const fault = findNumberFault(option, text.value);
  if (fault === undefined || findInlineComment(text.value)) return [];
  const isDropped = fault.effect === 'dropped';
  const effect = isDropped ? 'it is dropped' : `fail2ban will not start${onceUsed(use)}`;
  return [
    {
      at: placeOfValue(setup, value, numberOptions),
      message: `${option} = ${quote(text.value)} ${fault.reason}: ${effect}${question(fault.suggestion)}`,
      ...detailsOf(value, isDropped ? 'warning' : 'error'),
    },
  ];
}

function question(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` - did you mean "${suggestion}"?`;
}

function detailsOf({ option, jail, use }: UsedValue, severity: Severity) {
  return { severity: gradeByUse(use, severity), option, ...(jail && { jail: jail.name }) };
}
