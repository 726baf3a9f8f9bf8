import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'daemon/bad-dbfile',
  severity: 'error',
  summary: 'a database file that is a directory',
  why: `\`dbfile\` names the file in which fail2ban keeps its bans. With a slash at its end that is a directory, which can't be opened as a
database: the server refuses the command, and fail2ban doesn't start. \`fail2ban-client -t\` says that all is well.`,
  fix: 'write the path of a file, such as /var/lib/fail2ban/fail2ban.sqlite3, or None for no database',
  bad: {
    'fail2ban.local': '[Definition]\ndbfile = /var/lib/fail2ban/\n',
  },
  good: {
    'fail2ban.local': '[Definition]\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'daemon/bad-dbfile').forEach(report);
  },
});
