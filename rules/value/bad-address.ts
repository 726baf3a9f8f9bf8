import {
  atText,
  defineRule,
  faultyWords,
  findIgnoreipFault,
  type GradedFinding,
  gradeByUse,
  hasSwallowed,
  ignoreipFix,
  type Model,
  quote,
  type UsedValue,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'value/bad-address',
  severity: 'warning',
  summary: 'a word in ignoreip that is no address',
  why: `\`ignoreip\` holds addresses, networks and names of hosts. fail2ban knows neither wildcards nor ranges: 192.168.1.* and 10.0.0.1-20 are
kept as names of hosts that no address ever has, and who believes to be exempt is banned. A mask that is neither a number nor a
netmask without gaps, such as \`10.0.0.0/abc\`, is refused by the server: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds.`,
  fix: 'write addresses, and networks with the number of bits behind the slash, such as 192.168.1.0/24',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignoreip = 127.0.0.1/8 192.168.1.*\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignoreip = 127.0.0.1/8 192.168.1.0/24 10.0.0.0/255.255.0.0 office.example.org\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'crazy-max/docker-fail2ban#64',
    'fail2ban/fail2ban#2269',
    'fail2ban/fail2ban#1818',
    'fail2ban/fail2ban#1934',
    'fail2ban/fail2ban#1432',
    'fail2ban/fail2ban#1700',
  ],
  check(model, report) {
    const findings = valuesOf(model, 'ignoreip').flatMap(value => checkList(model, value));
    withReasons(model, 'value/bad-address', findings).forEach(report);
  },
});

function checkList(model: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, setting, jail, use } = value;
  if (hasSwallowed(model, text)) return [];
  return faultyWords(text, model.setup.release, findIgnoreipFault).map(found => {
    const { word, start, end, fault } = found;
    const fix = ignoreipFix(model.setup, text, found, fault);
    const question = fault.suggestion === undefined ? '' : ` - did you mean "${fault.suggestion}"?`;
    return {
      at: atText(text, setting, start, end),
      message: `${quote(word)} in ignoreip ${fault.reason}${question}`,
      severity: gradeByUse(use, 'warning'),
      option,
      ...(jail && { jail: jail.name }),
      ...(fix && { fix }),
    };
  });
}
