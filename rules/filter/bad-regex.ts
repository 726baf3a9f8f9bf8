import { defineRule, reasonsOf, unusedFilterFindings } from '../../src/api';

export default defineRule({
  id: 'filter/bad-regex',
  severity: 'error',
  summary: 'a regex that Python cannot compile',
  why: `A \`failregex\` or \`prefregex\` is a regular expression of Python with fail2ban's tags in it. The client hands it on unseen, and only
the server compiles it: fail2ban doesn't start and every jail is down, while \`fail2ban-client -t\` says that all is well. It is a
bracket without its partner, a construct of another language such as (?<name>…), or a tag such as <HOST> twice in one line.`,
  fix: 'mend the regex; fail2ban-regex tries it on a log',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login (user \\S+ from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login \\(user \\S+\\) from <HOST>$\n',
  },
  evidence: ['https://docs.python.org/3/library/re.html', 'fail2ban-regex(1)'],
  check(model, report) {
    reasonsOf(model, 'filter/bad-regex').forEach(report);
    unusedFilterFindings(model, 'filter/bad-regex').forEach(report);
  },
});
