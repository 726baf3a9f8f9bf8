import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { suggestDefinition } from '../../src/lint/suggest-definition';
import { resolve } from '../../src/resolve/setup';

const names = ['nginx-limit-req', 'webmin-auth', 'sshd', 'MyApp', 'apache-auth'];
const setup = resolve(
  memorySnapshot(new Map(names.map(name => [`filter.d/${name}.conf`, '']))),
  defaultRelease,
);

test.each<[string, string | undefined]>([
  ['nginx-req-limit', 'nginx-limit-req'],
  ['nginx_limit_req', 'nginx-limit-req'],
  ['webmin-auth.conf', 'webmin-auth'],
  ['webmin-auth.local', 'webmin-auth'],
  ['SSHD', 'sshd'],
  ['myapp', 'MyApp'],
  ['sshd ', 'sshd'],
  ['ssh', 'sshd'],
  ['apache-aut', 'apache-auth'],
  ['postfix', undefined],
  ['', undefined],
])('%j probably means %s', (name, expected) => {
  expect(suggestDefinition(setup, 'filter', name)).toBe(expected);
});
