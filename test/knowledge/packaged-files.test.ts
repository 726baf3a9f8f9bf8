import { isPackagedFile } from '../../src/knowledge/packaged-files';

test.each([
  'jail.conf',
  'fail2ban.conf',
  'paths-debian.conf',
  'paths-common.conf',
  'jail.d/defaults-debian.conf',
])('%s comes with the package', name => expect(isPackagedFile(name)).toBe(true));

test.each([
  'jail.local',
  'fail2ban.local',
  'paths-overrides.local',
  'jail.d/sshd.conf',
  'jail.d/jail.conf',
  'xjail.conf',
  'jail.conf.bak',
  'jail_conf',
  'old/jail.conf',
])('%s is the admin’s', name => expect(isPackagedFile(name)).toBe(false));
