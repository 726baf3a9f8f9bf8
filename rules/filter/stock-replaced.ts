import {
  addFirstLine,
  atSetting,
  defineRule,
  gradeByUse,
  onceUsed,
  onePerPlace,
  replacedRegexes,
} from '../../src/api';

export default defineRule({
  id: 'filter/stock-replaced',
  severity: 'warning',
  summary: 'a failregex that takes the place of those of a packaged filter',
  why: `A \`failregex\` in a jail, or in the .local file of a filter, replaces the whole list of the filter; jail.conf(5) says that it is added. So
one line more for sshd means that ordinary failed logins are no longer seen.`,
  fix: 'put %(known/failregex)s into the first line of the list',
  bad: {
    'jail.local':
      '[vsftpd]\nenabled = true\nfilter = vsftpd\nlogpath = /var/log/vsftpd.log\nfailregex = ^too many from <HOST>$\n',
    'filter.d/vsftpd.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\n            ^no such user from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[vsftpd]\nenabled = true\nfilter = vsftpd\nlogpath = /var/log/vsftpd.log\nfailregex = %(known/failregex)s\n            ^too many from <HOST>$\n',
    'filter.d/vsftpd.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\n            ^no such user from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2110', 'fail2ban/fail2ban#2662'],
  check(model, report) {
    const findings = replacedRegexes(model).map(({ filter, setting, replaced, count, jail, use }) => ({
      at: atSetting(setting),
      message: `failregex in ${setting.file.name} replaces the ${count} rules of filter ${filter} instead of adding to them: what those find is no longer a failure${onceUsed(use)}`,
      severity: gradeByUse(use, 'warning'),
      option: 'failregex',
      ...(jail !== undefined && { jail }),
      related: [{ at: atSetting(replaced), message: 'these are replaced' }],
      fix: addFirstLine('keep those as well: put %(known/failregex)s first', setting, '%(known/failregex)s'),
    }));
    onePerPlace(model.setup, findings).forEach(report);
  },
});
