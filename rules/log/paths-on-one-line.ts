import {
  atText,
  defineRule,
  excerpt,
  type Fix,
  type GradedFinding,
  gradeByUse,
  logPaths,
  type Model,
  onceUsed,
  readsJournal,
  valuesOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'log/paths-on-one-line',
  severity: 'error',
  summary: 'two log files on one line',
  why: `Every path of \`logpath\` stands on a line of its own. What follows a blank is the place to start reading from, head or tail; a second
path there, or the rest of a path with a blank in it, is refused by the server: fail2ban doesn't start and every jail is down,
while \`fail2ban-client -t\` says that all is well.`,
  fix: 'put each path on an indented line of its own, without commas',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/a.log /var/log/web/b.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/a.log\n          /var/log/web/b.log tail\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#3683',
    'fail2ban/fail2ban#869',
    'fail2ban/fail2ban#976',
    'fail2ban/fail2ban#558',
  ],
  check(model, report) {
    const findings: GradedFinding[] = [];
    for (const { text, setting, jail, use } of valuesOf(model, 'logpath')) {
      if (jail === undefined || readsJournal(jail)) continue;
      for (const { path, start, end, behind } of logPaths(text)) {
        const isList = /,\//.test(path.value);
        // what stands behind a blank is a reason of an enabled jail, and a comment there a rule of its own
        const isRefused = use === 'disabled' && !/^(?:|head|tail)$/i.test(behind) && !/\s#/.test(text.value);
        if (!isList && !isRefused) continue;
        const problem = isList
          ? `logpath ${excerpt(path.value)} is one path to fail2ban, and there is no such file`
          : `"${excerpt(behind)}" behind the blank in logpath is taken for the place to read from, which is head or tail`;
        findings.push({
          at: isList
            ? atText(text, setting, start, end)
            : atText(text, setting, end + 1, end + 1 + behind.length),
          message: `${problem}; fail2ban will not start${onceUsed(use)} - put each path on a line of its own, without commas`,
          severity: gradeByUse(use, 'error'),
          jail: jail.name,
          option: 'logpath',
        });
      }
    }
    for (const finding of withReasons(model, 'log/paths-on-one-line', findings)) {
      const fix = split(model, finding.jail);
      report({ ...finding, ...(fix && { fix }) });
    }
  },
});

/** Each path on a line of its own, where every word is one. */
function split({ jails }: Model, name: string | undefined): Fix | undefined {
  const setting = jails.find(jail => jail.name === name)?.option('logpath')?.setting;
  const words = setting?.text.value.split(/[\s,]+/).filter(word => word !== '') ?? [];
  const arePaths = words.every(word => /^(?:\/|%\(\w+\)s)/.test(word));
  if (setting === undefined || words.length < 2 || !arePaths) return undefined;
  const { section, key: option } = setting;
  return {
    title: 'write each path on a line of its own',
    edits: [{ kind: 'value', setting, value: words.join('\n') }],
    changes: [{ section, option }],
  };
}
