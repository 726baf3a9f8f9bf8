import {
  actionsThatQuoteLogs,
  callPlace,
  changeOf,
  defineRule,
  definitionNames,
  excerpt,
  type Fix,
  faultsByPlace,
  isPackagedFile,
  type Jail,
  nameJails,
  readsJournal,
  type Setup,
} from '../../src/api';

export default defineRule({
  id: 'action/mwl-with-journal',
  severity: 'warning',
  summary: 'mails with log lines from a jail that reads the journal',
  why: `%(action_mwl)s and the other actions whose names end in -lines look for the address in the files of \`logpath\`. With backend = systemd
the failures were found in the journal; on a host without a syslog daemon those files don't exist or are left over, so the part of
the mail that it was chosen for is empty.`,
  fix: 'use an action with <matches>, which is what the jail found: sendmail-whois-matches in place of sendmail-whois-lines',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = _COMM=web\naction = tell[logpath="%(web_log)s"]\n[DEFAULT]\nweb_log = /var/log/web.log\nlogpath = %(web_log)s\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = grep -wF "<ip>" <logpath> | sendmail root\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = _COMM=web\naction = tell\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = printf %%s "<matches>" | sendmail root\n',
  },
  evidence: ['fail2ban/fail2ban#1469', 'fail2ban/fail2ban#2727'],
  check({ setup, jails, facts }, report) {
    const existing = new Set(facts['log-files']);
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || jail.reading.skipped !== undefined || !readsJournal(jail)) return [];
      const logpath = jail.option('logpath')?.setting;
      // a logpath of the jail's own is there for these mails
      if (logpath?.section === jail.name && !isPackagedFile(logpath.file.name)) return [];
      const path = jail.text('logpath') ?? '';
      if (path.split('\n').some(line => existing.has(line))) return [];
      const [action] = actionsThatQuoteLogs(jail);
      if (action === undefined) return [];
      return [
        {
          jail,
          place: callPlace(setup, jail, action),
          fault: { name: action.name.value, path, fix: matchesFix(setup, jail) },
        },
      ];
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const path = found.length > 1 ? 'their log files' : excerpt(fault.path.split('\n')[0]!);
      report({
        at: place,
        message: `${nameJails(found, 'mails', 'mail')} the lines of ${path}, but with backend = systemd the failures are in the journal: ${fault.name} will find few or none`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
        ...(fault.fix && { fix: fault.fix }),
      });
    }
  },
});

/** What `action_mwl` is made of, with the mail that brings what the jail found. */
function matchesFix(setup: Setup, jail: Jail): Fix | undefined {
  const { setting } = jail.option('action') ?? {};
  if (setting === undefined || isPackagedFile(setting.file.name) || setting.text.value !== '%(action_mwl)s')
    return undefined;
  const mailer = `${jail.text('mta')}-whois-matches`;
  if (!definitionNames(setup, 'action').includes(mailer) || !jail.text('action_')) return undefined;
  const call = '%(mta)s-whois-matches[sender="%(sender)s", dest="%(destemail)s", chain="%(chain)s"]';
  return {
    title: `mail what the jail found, with ${mailer}`,
    edits: [{ kind: 'value', setting, value: `%(action_)s\n${call}` }],
    changes: [changeOf(setting)],
    ...(setting.section !== jail.name && { decision: 'what the mails of all jails hold' }),
  };
}
