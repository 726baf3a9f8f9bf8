import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'value/bad-address',
  severity: 'warning',
  summary: 'a word in ignoreip that is no address',
  why: `\`ignoreip\` holds addresses, networks and names of hosts. A network has the number of its bits behind the slash, or a netmask without
gaps; with anything else, such as \`10.0.0.0/abc\` or \`10.0.0.0/255.0.255.0\`, the server refuses the list: fail2ban doesn't start,
though \`fail2ban-client -t\` succeeds.`,
  fix: 'write the number of bits behind the slash, such as 192.168.1.0/24',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignoreip = 127.0.0.1/8 10.0.0.0/255.0.255.0\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignoreip = 127.0.0.1/8 10.0.0.0/255.255.0.0 office.example.org\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'crazy-max/docker-fail2ban#64',
    'fail2ban/fail2ban#2269',
    'fail2ban/fail2ban#1818',
    'fail2ban/fail2ban#1934',
    'fail2ban/fail2ban#1432',
    'fail2ban/fail2ban#1700',
  ],
  check(model, report) {
    reasonsOf(model, 'value/bad-address').forEach(report);
  },
});
