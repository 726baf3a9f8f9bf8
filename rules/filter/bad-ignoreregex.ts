import {
  atText,
  defineRule,
  type Fix,
  type GradedFinding,
  gradeByUse,
  type IgnoreregexFault,
  ignoreregexFaults,
  type Jail,
  type Model,
  quote,
  replaceWritten,
  together,
  type UsedValue,
  unusedFilterFindings,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'filter/bad-ignoreregex',
  severity: 'warning',
  summary: 'an ignoreregex that does not do what it is for',
  why: `Lines that match an \`ignoreregex\` are no failures, whatever else they match. A network such as 192.168.0.0/24 is text to it that no
line has, so that the host it should spare is banned; \`.*\` and an alternative without anything in it match every line, and the jail never
finds a failure. One that Python can't compile is refused: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds.`,
  fix: 'mend the regex; addresses that must not be banned belong into ignoreip',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\nignoreregex = ^bad login from (10\\.\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\nignoreregex = ^bad login from 10\\.\n',
  },
  evidence: ['fail2ban/fail2ban#3320'],
  check(model, report) {
    const findings = valuesOf(model, 'ignoreregex').flatMap(value => checkRegexes(model, value));
    withReasons(model, 'filter/bad-ignoreregex', findings).forEach(report);
    unusedFilterFindings(model, 'filter/bad-ignoreregex').forEach(report);
  },
});

const words: Readonly<Record<IgnoreregexFault['kind'], string>> = {
  'every-line': 'matches every line, so that no line is a failure',
  'every-address': 'matches every line with an address, so that no line is a failure',
  network:
    'is a network and no regex: no line has that text, so that nobody is exempt - networks belong into ignoreip',
  address:
    'is an address and no regex: it ignores each line that has it anywhere, in a user name too - addresses belong into ignoreip',
};

function checkRegexes(
  model: Model,
  { text, setting, jail, use, option }: UsedValue,
): readonly GradedFinding[] {
  return ignoreregexFaults(text).map(fault => ({
    at: atText(fault.text, setting),
    message: `ignoreregex ${quote(fault.text.value)} ${words[fault.kind]}`,
    severity: gradeByUse(use, fault.kind.startsWith('every') ? 'error' : 'warning'),
    option,
    ...(jail && { jail: jail.name }),
    ...(jail && fault.text.value === text.value && exemptFix(model, jail, fault)),
  }));
}

/** Where one jail alone reads it, and it is nothing but addresses and networks. */
function exemptFix(
  { setup, jails }: Model,
  jail: Jail,
  { kind, text }: IgnoreregexFault,
): { readonly fix?: Fix } {
  const { filter } = jail.reading;
  const users = jails.filter(each => each.reading.filter?.family === filter?.family);
  if (kind.startsWith('every') || text.value.includes('*') || users.length !== 1) return {};
  const removed = replaceWritten(setup, '', text, '');
  if (removed === undefined) return {};
  const words = text.value.split(/[\s,|]+/).filter(word => word !== '');
  const before = jail.option('ignoreip')?.raw.value;
  const value = [...(before ? [before] : []), ...words].join(' ');
  const change = { family: 'jail', section: jail.name, option: 'ignoreip' };
  const moved = { edits: [{ kind: 'set', ...change, value } as const], changes: [change] };
  return { fix: together(`move it to ignoreip of [${jail.name}]`, [removed, moved], 'who is never banned') };
}
