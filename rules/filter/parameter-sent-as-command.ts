import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'filter/parameter-sent-as-command',
  severity: 'error',
  summary: 'a parameter of a filter whose name is a part of "datepattern"',
  why: `Before 1.1.1 fail2ban asks whether the name of an option is contained in the word datepattern, and sends what is to the server. So a
parameter of a filter, passed by a jail or set in [Init], that is called date, pattern, at or e becomes a command that doesn't exist, which the server
refuses: fail2ban doesn't start, and \`fail2ban-client -t\` doesn't notice.`,
  fix: 'give it another name, such as the_date, and write that in its <tag> as well',
  bad: {
    'jail.local': '[web]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web[date=today]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web[the_date=today]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'filter/parameter-sent-as-command').forEach(report);
  },
});
