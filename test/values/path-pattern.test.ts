import { pathMatches } from '../../src/values/path-pattern';

// the answers of Python's fnmatch, part by part
test.each([
  ['/var/log/*.log', '/var/log/auth.log', true],
  ['/var/log/*.log', '/var/log/apt/term.log', false],
  ['/var/log/fail2ban.log*', '/var/log/fail2ban.log', true],
  ['/var/log/auth?log', '/var/log/auth.log', true],
  ['/var/log/[ab]uth.log', '/var/log/auth.log', true],
  ['/var/log/[!ab]uth.log', '/var/log/auth.log', false],
  ['/var/log/a.th.log', '/var/log/auth.log', false],
  ['/var/log/(x|y)+$', '/var/log/(x|y)+$', true],
  ['/var/log/[z-a]', '/var/log/b', false],
])('%s takes in %s: %s', (pattern, path, matches) => expect(pathMatches(pattern, path)).toBe(matches));

test('many stars are no trouble', () => {
  expect(pathMatches(`/${'*'.repeat(5000)}x`, `/${'a'.repeat(5000)}`)).toBe(false);
});
