import { readFacts } from '../../src/config/facts';

test('facts are taken as they are, and what is not known is ignored', () => {
  const facts = {
    'log-files': ['/var/log/auth.log'],
    modes: { 'jail.local': { mode: '0644', owner: 'root', group: 'adm' } },
    listen: [{ port: 22, protocol: 'tcp', service: 'sshd' }],
    docker: false,
    future: { anything: [1] },
  };
  expect(readFacts(`\uFEFF${JSON.stringify(facts)}`)).toEqual({ kind: 'value', value: facts });
  expect(readFacts('{}')).toEqual({ kind: 'value', value: {} });
});

test.each([
  ['', 'is not JSON'],
  ['[]', 'holds no facts'],
  ['null', 'holds no facts'],
  ['{"commands":"iptables"}', 'commands is not a list'],
  ['{"commands":["iptables",5]}', 'commands.1 is not a text'],
  ['{"docker":"yes"}', 'docker is not true or false'],
  ['{"firewall":null}', 'firewall is not a text'],
  ['{"listen":[{"port":"22","protocol":"tcp","service":"sshd"}]}', 'listen.0.port is not a whole number'],
  ['{"listen":[{"port":22}]}', 'listen.0 lacks "protocol"'],
  ['{"modes":{"a/b":{"mode":"0644","owner":0}}}', 'modes.a/b.owner is not a text'],
  ['{"modes":[]}', 'modes is not an object'],
])('%j is refused', (text, message) => {
  expect(readFacts(text)).toMatchObject({ kind: 'fault', message });
});
