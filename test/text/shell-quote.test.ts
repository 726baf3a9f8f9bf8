import { shellQuote } from '../../src/text/shell-quote';

test.each([
  ['/etc/fail2ban/jail.local', '/etc/fail2ban/jail.local'],
  ['a b', "'a b'"],
  ["it's", "'it'\\''s'"],
  ['$(reboot)', "'$(reboot)'"],
  ['', "''"],
  ["a\u001b[2Jb'", "$'a\\u001b[2Jb\\''"],
])('%j', (text, quoted) => expect(shellQuote(text)).toBe(quoted));
