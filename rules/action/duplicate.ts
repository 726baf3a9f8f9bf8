import { actionFindings, defineRule } from '../../src/api';

export default defineRule({
  id: 'action/duplicate',
  severity: 'error',
  summary: 'two actions of a jail with the same name',
  why: `Every action of a jail needs a name of its own. Unless \`actname\` or \`name\` says otherwise that is the name of its file, so that a
pair for tcp and udp, or two mails to different people, have the same. The server refuses the second one and takes no further
command: fail2ban doesn't start, and every jail is down. \`fail2ban-client -t\` says that all is well.`,
  fix: 'give each its own name with actname=, or name=%(__name__)s-udp; or leave one out',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[port=sip, protocol=tcp]\n         drop[port=sip, protocol=udp]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[port=sip, protocol=tcp]\n         drop[port=sip, protocol=udp, actname=drop-udp]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = drop <ip> <port>\n',
  },
  evidence: [
    'fail2ban/fail2ban#1611',
    'fail2ban/fail2ban#2686',
    'fail2ban/fail2ban#37',
    'fail2ban/fail2ban#189',
    'fail2ban/fail2ban#798',
  ],
  check(model, report) {
    actionFindings(model, 'action/duplicate').forEach(report);
  },
});
