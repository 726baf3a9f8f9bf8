import { evidenceUrl } from '../../src/report/evidence-url';

test.each([
  ['fail2ban/fail2ban#4023', 'https://github.com/fail2ban/fail2ban/issues/4023'],
  ['a-b/c.d_e#1', 'https://github.com/a-b/c.d_e/issues/1'],
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['jail.conf(5)', undefined],
  ['fail2ban#4023', undefined],
  ['fail2ban/fail2ban#', undefined],
  ['http://example.org/', undefined],
  ['https://example.org/ and more', undefined],
])('%s', (evidence, url) => {
  expect(evidenceUrl(evidence)).toBe(url);
});
