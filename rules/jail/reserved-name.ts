import { defineRule, reasonsOf, renameJailFix } from '../../src/api';

export default defineRule({
  id: 'jail/reserved-name',
  severity: 'error',
  summary: 'a jail named like a setting of the daemon',
  why: `The commands for a jail begin with its name, and so do those that set something of the daemon: loglevel, logtarget, syslogsocket,
allowipv6, thread, dbfile, dbmaxmatches, dbpurgeage. A jail of such a name can't be told from the setting, and \`--all\` stands
for all jails. Most of these end the start of fail2ban, and \`fail2ban-client -t\` doesn't notice.`,
  fix: 'give the section another name',
  bad: {
    'jail.local': '[thread]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web-thread]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'jail/reserved-name', ({ jail: name }) => {
      const jail = model.jails.find(each => each.name === name);
      return (
        jail && renameJailFix(model, jail, `${jail.name.replace(/^-+/, '')}-jail`, 'what the jail is called')
      );
    }).forEach(report);
  },
});
