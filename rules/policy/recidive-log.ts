import {
  atSetting,
  defineRule,
  excerpt,
  type Fix,
  isPackagedFile,
  isRecidive,
  type Jail,
  logPaths,
  ownLog,
  type Place,
  pathMatches,
  replaceValue,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'policy/recidive-log',
  severity: 'error',
  summary: 'a recidive jail that does not read the log fail2ban writes',
  why: `recidive finds the bans of other jails in fail2ban's own log. Where logtarget is the journal, syslog or another file than the one it
reads, or where it reads the journal while fail2ban writes a file, it never sees one.`,
  fix: 'set the logpath of the jail to what logtarget says; for the journal, logtarget = SYSTEMD-JOURNAL and backend = systemd',
  bad: {
    'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\n',
    'fail2ban.local': '[Definition]\nlogtarget = SYSLOG\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  good: {
    'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\n',
    'fail2ban.local': '[Definition]\nlogtarget = /var/log/fail2ban.log\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#474',
    'fail2ban/fail2ban#2461',
    'fail2ban/fail2ban#2283',
    'fail2ban/fail2ban#1283',
    'fail2ban/fail2ban#2197',
    'fail2ban/fail2ban#2788',
    'fail2ban/fail2ban#4177',
  ],
  check(model, report) {
    const { setup, jails } = model;
    const { target, setting } = ownLog(setup);
    // what an init system makes of it is not known
    if (target === '' || target === 'INHERITED') return;
    for (const jail of jails) {
      if (!jail.enabled || !isRecidive(jail)) continue;
      const isJournal = (jail.text('backend') ?? '').startsWith('systemd');
      const fault = isJournal ? journalFault() : fileFault(jail);
      if (fault === undefined) continue;
      const at = placeIn(jail, fault.option);
      if (at === undefined) continue;
      report({
        at,
        message: `[${jail.name}] ${fault.detail}: it never sees a ban`,
        jail: jail.name,
        option: fault.option,
        ...mend(jail, fault.option),
        ...(setting !== undefined && {
          related: [{ at: atSetting(setting), message: 'where fail2ban logs' }],
        }),
      });
    }

    function mend(jail: Jail, option: string): { readonly fix?: Fix } {
      const decision = 'where fail2ban logs';
      if (target.startsWith('/'))
        return {
          fix: { ...setForJails(model, [jail], option, option === 'logpath' ? target : 'auto'), decision },
        };
      const [path, ...more] = logPathsOf(jail);
      const isOwn = path !== undefined && more.length === 0 && /^\/[^*?[]*fail2ban[^*?[]*$/.test(path);
      if (!isOwn || setting === undefined || !/^SYS(?:LOG|TEMD-JOURNAL)$/.test(target)) return {};
      return { fix: { ...replaceValue(`write logtarget = ${path}`, setting, path), decision } };
    }

    function journalFault() {
      if (!target.startsWith('/')) return undefined;
      return { option: 'backend', detail: `reads the journal, but fail2ban logs to ${excerpt(target)}` };
    }

    function fileFault(jail: Jail) {
      const paths = logPathsOf(jail);
      if (paths.length === 0) return undefined;
      const isRead = target.startsWith('/')
        ? paths.some(path => pathMatches(path, target))
        : target.startsWith('SYSLOG') && paths.some(path => !/fail2ban[^/]*$/.test(path));
      if (isRead) return undefined;
      return {
        option: 'logpath',
        detail: `reads ${excerpt(paths[0]!)}, but fail2ban logs to ${excerpt(target)}`,
      };
    }

    /** Where the jail is the package's own, the line by which the admin moved the log. */
    function placeIn(jail: Jail, option: string): Place | undefined {
      const own = jail.place(option);
      const isPackaged = own?.kind === 'setting' && isPackagedFile(own.setting.file.name);
      if (!isPackaged) return own;
      return setting !== undefined && !isPackagedFile(setting.file.name)
        ? atSetting(setting)
        : jail.place('enabled');
    }
  },
});

function logPathsOf(jail: Jail): readonly string[] {
  const result = jail.option('logpath')?.result;
  return result?.kind === 'text' ? logPaths(result.text).map(({ path }) => path.value) : [];
}
