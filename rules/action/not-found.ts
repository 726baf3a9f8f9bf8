import { actionFindings, defineRule } from '../../src/api';

export default defineRule({
  id: 'action/not-found',
  severity: 'error',
  summary: 'a jail whose action does not exist',
  why: `fail2ban looks for action.d/NAME.conf or .local, with NAME exactly as written. Where it finds none it leaves the jail out, also
if the jail has other actions; if no other jail is sound it doesn't start at all. It may be a slip in \`banaction\`, an action of
another distribution or release, or a value of \`mta\` for which there are no mail actions. The file of an action in Python (NAME.py)
is missed by the server only: fail2ban doesn't start then, though \`fail2ban-client -t\` succeeds.`,
  fix: 'name an action that exists, or put the missing one into action.d',
  bad: {
    'jail.local':
      '[DEFAULT]\nbanaction = dorp\naction = %(banaction)s[port=http]\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbanaction = drop\naction = %(banaction)s[port=http]\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  evidence: ['fail2ban/fail2ban#2204', 'debops/ansible-fail2ban#27', 'fail2ban/fail2ban#2671'],
  check(model, report) {
    actionFindings(model, 'action/not-found').forEach(report);
  },
});
