import {
  atText,
  cutsLeadingDate,
  defineRule,
  type Fix,
  type GradedFinding,
  gradeByUse,
  isFromStock,
  leadingDate,
  linesOf,
  type Model,
  onePerPlace,
  quote,
  replaceWritten,
  type Text,
  type UsedValue,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'filter/date-in-regex',
  severity: 'warning',
  summary: 'a failregex that begins with the time stamp',
  why: `fail2ban cuts the date and time out of a line before it looks for failures. A regex that is anchored with ^ and begins with the date therefore
never matches, although it fits the line as it stands in the log. \`datepattern = {NONE}\` would leave the line as it is, but
then every failure counts as one of now.`,
  fix: 'leave the date out: begin with what follows it; brackets around the date stay in the line, as \\[\\]',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^\\s*bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    const values = ['failregex', 'prefregex'].flatMap(option => valuesOf(model, option));
    onePerPlace(
      model.setup,
      values.flatMap(value => checkRegexes(model, value)),
    ).forEach(report);
  },
});

function dateFix({ setup }: Model, regex: Text, start: number, end: number): { readonly fix?: Fix } {
  const fix = replaceWritten(setup, 'leave out the time stamp', regex, '', start, end);
  return fix === undefined ? {} : { fix: { ...fix, decision: 'whether the rest is what such a line has' } };
}

function checkRegexes(model: Model, value: UsedValue): readonly GradedFinding[] {
  const { text, setting, jail, use, option } = value;
  if (!cutsLeadingDate(model, value)) return [];
  return linesOf(text).flatMap(regex => {
    const date = leadingDate(regex.value);
    if (date === undefined || isFromStock(model.setup, regex)) return [];
    return [
      {
        at: atText(regex, setting, date.start, date.end),
        message: `${option} begins with the time stamp ${quote(regex.value.slice(date.start, date.end))}, which fail2ban removes from the line before it looks: it never matches`,
        severity: gradeByUse(use, 'warning'),
        option,
        ...(jail && { jail: jail.name }),
        ...dateFix(model, regex, date.start, date.end),
      },
    ];
  });
}
