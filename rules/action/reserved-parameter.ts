import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'action/reserved-parameter',
  severity: 'error',
  summary: 'a parameter of an action that has the name of one of fail2ban’s own functions',
  why: `The parameters of an action and the functions with which fail2ban runs it (start, stop, ban, unban, flush, …) share their names. A
parameter with such a name is taken for a call of the function, which the server refuses with whatever the value is: fail2ban
doesn't start, and \`fail2ban-client -t\` doesn't notice. \`actionstart\` and its kin are other names.`,
  fix: 'give the parameter another name, and write that in its <tag> as well',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[port=http, flush=all]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[port=http, flush_set=all]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'action/reserved-parameter').forEach(report);
  },
});
