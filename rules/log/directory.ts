import {
  defineRule,
  excerpt,
  type Fix,
  logPaths,
  type Model,
  reasonsOf,
  replaceWritten,
} from '../../src/api';

export default defineRule({
  id: 'log/directory',
  severity: 'error',
  summary: 'a logpath that is a directory, or takes one in',
  why: `\`logpath\` names files, or patterns such as /var/log/web/*.log. With a slash at its end it is a directory: fail2ban tries to open that
as a log file, fails, and doesn't start. \`fail2ban-client -t\` says that all is well. A pattern that takes in a directory beside the files,
such as /var/log/*, does the same; that is told where the log files of the host are known.`,
  fix: 'name the files: /var/log/web/*.log in place of /var/log/web/',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/*.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    for (const finding of reasonsOf(model, 'log/directory')) {
      const fix = mend(model, finding.jail);
      report({ ...finding, ...(fix && { fix }) });
    }
  },
});

/** The logs in the one directory that is named. */
function mend({ setup, jails }: Model, name: string | undefined): Fix | undefined {
  const result = jails.find(jail => jail.name === name)?.option('logpath')?.result;
  if (result?.kind !== 'text') return undefined;
  const [directory, ...more] = logPaths(result.text).filter(({ path }) => path.value.endsWith('/'));
  if (directory === undefined || more.length > 0) return undefined;
  const title = `write ${excerpt(directory.path.value)}*.log`;
  const fix = replaceWritten(setup, title, result.text, '*.log', directory.end, directory.end);
  return fix && { ...fix, decision: 'which files are read' };
}
