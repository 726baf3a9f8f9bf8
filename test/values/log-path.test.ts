import { madeText } from '../../src/text/text';
import { logPaths, matchesOldLogs } from '../../src/values/log-path';

test('the paths of a logpath', () => {
  const text = madeText('/var/log/a.log\n\n/var/log/b.log tail\n/srv/my logs/c.log');
  expect(logPaths(text).map(({ path, behind }) => [path.value, behind])).toEqual([
    ['/var/log/a.log', ''],
    ['/var/log/b.log', 'tail'],
    ['/srv/my', 'logs/c.log'],
  ]);
});

test.each([
  '/var/log/nginx/access.log*',
  '/var/log/nginx/*.log*',
  '/var/log/fail2ban*',
  '/var/log/secure*',
  '/var/log/nginx/*',
  '/var/log/mail.*',
  '/home/*/logs/access_log*',
  '/srv/app/error.log-*',
  '/var/log/auth.log.1',
  '/var/log/messages.2',
  '/var/log/web/*.gz',
  '/srv/x.log.[0-9]',
])('%s takes in old logs', path => {
  expect(matchesOldLogs(path)).toBe(true);
});

test.each([
  '/var/log/auth.log',
  '/var/log/*.log',
  '/var/log/nginx/*error.log',
  '/data/logs/proxy-host-*_access.log',
  '/var/log/*/current',
  '/var/log/tomcat*/catalina.out',
  '/var/log/openhab/events-*',
  '/srv/data/current*',
  '/etc/blacklist',
])('%s does not', path => {
  expect(matchesOldLogs(path)).toBe(false);
});
