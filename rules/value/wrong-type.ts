import {
  atText,
  booleanOptions,
  defineRule,
  findInlineComment,
  findNumberFault,
  type GradedFinding,
  gradeByUse,
  isBooleanWord,
  numberOptions,
  onceUsed,
  onePerPlace,
  quote,
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
    const switches = [...booleanOptions].flatMap(option => valuesOf(model, option)).flatMap(checkSwitch);
    const numbers = numberOptions.flatMap(option => valuesOf(model, option)).flatMap(checkNumber);
    onePerPlace(model.setup, [...switches, ...numbers]).forEach(report);
  },
});

function checkSwitch(value: UsedValue): readonly GradedFinding[] {
  const text = value.text.value;
  if (isBooleanWord(text) || findInlineComment(text)) return [];
  const isEnabled = value.option === 'enabled';
  const effect = `is not a yes or no: it counts as false${isEnabled ? ', and the jail stays off' : ''}`;
  return [finding(value, effect, suggestBoolean(text), isEnabled ? 'error' : 'warning')];
}

function checkNumber(value: UsedValue): readonly GradedFinding[] {
  const text = value.text.value;
  const fault = findNumberFault(value.option, text);
  if (fault === undefined || findInlineComment(text)) return [];
  const isDropped = fault.effect === 'dropped';
  const effect = `${fault.reason}: ${isDropped ? 'it is dropped' : 'fail2ban will not start'}${onceUsed(value.use)}`;
  return [finding(value, effect, fault.suggestion, isDropped ? 'warning' : 'error')];
}

function finding(
  { option, text, setting, jail, use }: UsedValue,
  effect: string,
  suggestion: string | undefined,
  severity: 'error' | 'warning',
): GradedFinding {
  return {
    at: atText(text, setting),
    message: `${option} = ${quote(text.value)} ${effect}${suggestion === undefined ? '' : ` - did you mean "${suggestion}"?`}`,
    severity: gradeByUse(use, severity),
    option,
    ...(jail && { jail: jail.name }),
  };
}
