import {
  atSetting,
  defineRule,
  hasJournalMatch,
  isHandKeptList,
  jailsByPlace,
  nameJails,
  readsJournal,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'log/no-journalmatch',
  severity: 'warning',
  summary: 'a jail that reads the journal without saying whose entries',
  why: `Most filters of web servers and applications, and those of one's own, have no \`journalmatch\`: they are made for log files. With
backend = systemd, often from [DEFAULT], fail2ban doesn't open those files and tries the regexes on every entry of every service.
That finds nothing where the service doesn't log to the journal, takes time where it does, and may ban for what another program wrote.`,
  fix: 'backend = auto and the logpath of the service; or journalmatch = _SYSTEMD_UNIT=NAME.service where it logs to the journal',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\njournalmatch = _SYSTEMD_UNIT=web.service\n',
  },
  evidence: [
    'fail2ban/fail2ban#959',
    'fail2ban/fail2ban#2871',
    'fail2ban/fail2ban#2811',
    'fail2ban/fail2ban#2208',
    'NethServer/dev#5623',
    'fail2ban/fail2ban#2856',
  ],
  check(model, report) {
    const { jails } = model;
    const aimless = jails.filter(
      jail =>
        jail.enabled &&
        jail.reading.skipped === undefined &&
        readsJournal(jail) &&
        !hasJournalMatch(jail) &&
        !isHandKeptList(jail),
    );
    for (const { place, jails: found, related } of jailsByPlace(aimless, 'backend')) {
      const [jail] = found;
      const logpath = jail?.option('logpath');
      const files = logpath === undefined ? '' : ', and its log files are not read';
      report({
        at: place,
        message: `${nameJails(found, 'reads', 'read')} the journal without a journalmatch: every entry of every service is checked${files}`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'backend',
        ...(found.every(each => each.option('logpath') !== undefined) && {
          fix: { ...setForJails(model, found, 'backend', 'auto'), decision: 'where the service logs' },
        }),
        related: [
          ...related,
          ...(found.length === 1 && logpath?.setting !== undefined
            ? [{ at: atSetting(logpath.setting), message: 'not read' }]
            : []),
        ],
      });
    }
  },
});
