import { actionFindings, defineRule } from '../../src/api';

export default defineRule({
  id: 'action/bad-arguments',
  severity: 'error',
  summary: 'arguments of an action that fail2ban cannot read',
  why: `An action is named as NAME[key=value, …]: a value with a comma or a bracket in it needs quotes, every argument has a key, and behind
the closing bracket comes nothing but the next action. Otherwise fail2ban leaves the jail out, and if no other jail is sound it
doesn't start; 0.11 used what it could read, of \`port=80,443\` the 80. An action written in Python ends the start when it gets an
argument it doesn't take, or lacks one, and \`fail2ban-client -t\` doesn't notice that.`,
  fix: 'quote lists, as in port="80,443"; write every argument as key=value, and every action on a line of its own',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[name=web, port=80,443]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[name=web, port="80,443"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  evidence: [
    'fail2ban/fail2ban#3572',
    'crazy-max/docker-fail2ban#64',
    'fail2ban/fail2ban#2302',
    'fail2ban/fail2ban#1473',
    'fail2ban/fail2ban#485',
    'fail2ban/fail2ban#1192',
  ],
  check(model, report) {
    actionFindings(model, 'action/bad-arguments').forEach(report);
  },
});
