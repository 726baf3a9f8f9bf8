import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'action/bad-python',
  severity: 'error',
  summary: 'an action in Python without a class Action',
  why: `An action whose name ends in .py is loaded by the server, which asks it for a class \`Action\`. Where there is none, or Python can't
read the file, the server refuses the commands of the jail, and fail2ban doesn't start. \`fail2ban-client -t\` says that all is well,
as it never opens the file. f2blint looks for the class and at the brackets; it runs nothing.`,
  fix: 'write a class Action as the actions that fail2ban brings along do, or use an action of another kind',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = notify.py\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/notify.py': 'def ban(address):\n    print(address)\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = notify.py\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/notify.py': 'class Action:\n    def __init__(self, jail, name):\n        self.name = name\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'action/bad-python').forEach(report);
  },
});
