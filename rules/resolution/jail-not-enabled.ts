import { atSpan, defineRule, disusedJails, newJailName, setJailOption } from '../../src/api';

export default defineRule({
  id: 'resolution/jail-not-enabled',
  severity: 'warning',
  summary: 'a jail that is set up and never enabled',
  why: `A jail is off unless its section says \`enabled = true\`; jail.conf switches none on, and a distribution at most that of sshd.
People give a jail its port, log and limits, see no complaint, and believe it at work. A jail with a line \`enabled\`, and be it as a
comment, is off because somebody wants it so.`,
  fix: 'add enabled = true to the section; or enabled = false, to say that this is meant',
  bad: { 'jail.local': '[web]\nfilter = web\nlogpath = /var/log/web.log\nmaxretry = 4\n' },
  good: { 'jail.local': '[web]\nenabled = false\nfilter = web\nlogpath = /var/log/web.log\nmaxretry = 4\n' },
  evidence: [
    'fail2ban/fail2ban#1457',
    'mail-in-a-box/mailinabox#1105',
    'mail-in-a-box/mailinabox#319',
    'NixOS/nixpkgs#11958',
    'fail2ban/fail2ban#1411',
  ],
  check(model, report) {
    for (const { jail, file, section } of disusedJails(model)) {
      if (newJailName(jail.name) !== undefined) continue;
      report({
        at: atSpan(file, section.header),
        message: `[${jail.name}] is set up here but never enabled: without enabled = true fail2ban leaves it off`,
        jail: jail.name,
        option: 'enabled',
        fix: {
          title: 'write enabled = true',
          ...setJailOption(jail.name, 'enabled', 'true'),
          decision: 'whether the jail is to run',
        },
      });
    }
  },
});
