import { findsMailLogins } from '../../src/knowledge/mail-filters';

test.each<[string, string, boolean]>([
  ['dovecot', 'auth failed', true],
  ['courier-auth', 'LOGIN FAILED', true],
  ['postfix', 'SASL LOGIN authentication failed', true],
  ['postfix', 'reject: RCPT from', false],
  ['roundcube.iredmail', 'Failed login', true],
  ['Dovecot_custom', 'wrong password', true],
  ['sendmail-reject', 'authentication required', false],
  ['exim-spam', 'auth', false],
  ['sshd', 'Failed password', false],
  ['dovecot', '', false],
])('%s with "%s": %s', (filter, failregex, expected) => {
  expect(findsMailLogins(filter, failregex)).toBe(expected);
});
