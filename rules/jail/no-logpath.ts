import { defineRule, jailsByPlace, nameJails, reasonsOf, sameLogFix } from '../../src/api';

export default defineRule({
  id: 'jail/no-logpath',
  severity: 'error',
  summary: 'an enabled jail that has no log to watch',
  why: `A jail reads the files of \`logpath\`, or with \`backend = systemd\` the journal. A new or renamed jail, such as [ssh] with
\`filter = sshd\`, inherits neither: fail2ban starts it without a file and says nothing, and it never finds a failure. Where
\`logpath\` is set and empty, fail2ban finds no log file for the jail and doesn't start.`,
  fix: 'set logpath, for example to %(sshd_log)s, or backend = systemd',
  bad: {
    'jail.local': '[shop]\nenabled = true\nfilter = web\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[shop]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web\n[mail]\nenabled = true\nfilter = web\nbackend = systemd\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#3292', 'imthenachoman/How-To-Secure-A-Linux-Server#36'],
  check(model, report) {
    reasonsOf(model, 'jail/no-logpath').forEach(report);
    if (model.setup.jailFamily.failures.length > 0) return;
    const blind = model.jails.filter(jail => {
      const { enabled, reading } = jail;
      if (!enabled || reading.skipped !== undefined || jail.option('logpath') !== undefined) return false;
      if (jail.text('backend')?.startsWith('systemd') ?? jail.option('backend') !== undefined) return false;
      // where nothing is to be found, nothing need be read: some jails only hold bans that were made by hand
      return Boolean(jail.text('failregex') ?? reading.filter?.texts.get('failregex')?.value);
    });
    for (const { place, jails } of jailsByPlace(blind, 'logpath')) {
      const fix = jails.length === 1 ? sameLogFix(model, jails[0]!) : undefined;
      report({
        at: place,
        message: `${nameJails(jails, 'is', 'are')} enabled and ${jails.length === 1 ? 'watches' : 'watch'} nothing: there is neither a logpath nor backend = systemd`,
        ...(jails.length === 1 && { jail: jails[0]!.name }),
        option: 'logpath',
        ...(fix && { fix }),
      });
    }
  },
});
