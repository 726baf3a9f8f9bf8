import { defineRule } from '../../src/api';
import { ruleText } from '../../src/report/rule-text';

const rule = defineRule({
  id: 'sshd/wet-paint',
  severity: 'warning',
  summary: 'a door that was painted today',
  why: `People lean on it, and then they have it on their sleeves. ${'It does not come off. '.repeat(4)}

Nobody reads the sign.`,
  fix: 'wait a day',
  bad: {
    'jail.local': '[door]\n\tpaint = wet\n\n# \u001b[31mred\n',
    'ssh/sshd_config': 'Port 22\r\nPort 23',
  },
  good: { 'jail.local': '[door]\npaint = dry\n' },
  evidence: ['fail2ban/fail2ban#1', 'jail.conf(5)', 'https://example.org/paint'],
  check() {},
});

test('everything a rule says, in a fixed form', () => {
  expect(ruleText(rule)).toBe(`sshd/wet-paint (warning)
  a door that was painted today

why
  People lean on it, and then they have it on their sleeves. It does not come off. It does not come
  off. It does not come off. It does not come off.

  Nobody reads the sign.

bad
  jail.local
    [door]
    \tpaint = wet

    # \\u{1b}[31mred

  ssh/sshd_config
    Port 22
    Port 23

good
  jail.local
    [door]
    paint = dry

fix
  wait a day

evidence
  https://github.com/fail2ban/fail2ban/issues/1
  jail.conf(5)
  https://example.org/paint
`);
});

test('without evidence there is no such section', () => {
  expect(ruleText({ ...rule, evidence: [] })).toMatch(/fix\n {2}wait a day\n$/);
});
