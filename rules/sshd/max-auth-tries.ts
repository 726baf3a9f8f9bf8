import { atDirective, defineRule, limitsOf, scopesOf, setSshdForAll, sshdJails } from '../../src/api';

export default defineRule({
  id: 'sshd/max-auth-tries',
  severity: 'warning',
  summary: 'MaxAuthTries does not go with maxretry',
  why: `sshd lets a client try MaxAuthTries times on one connection. A ban closes the port for new connections only as far as the firewall
lets go on what is established, so with many tries on one connection an attacker guesses more often than maxretry says. With one or two
tries the other way round: ssh offers each key of its agent, each counts as a try, and people with three keys see "Too many
authentication failures" and end up banned.`,
  fix: 'MaxAuthTries 3 to 6; 6 is the default',
  bad: {
    'ssh/sshd_config': 'MaxAuthTries 20\n',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 5\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  },
  good: {
    'ssh/sshd_config': 'MaxAuthTries 4\n',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 5\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#1402', 'fail2ban/fail2ban#1269', 'MichaIng/DietPi#3697'],
  options: {
    least: {
      summary: 'fewer tries are too few for people with several keys',
      unit: 'number',
      default: 3,
      minimum: 1,
    },
  },
  check(model, report, { least }) {
    const { sshd } = model;
    const scope = sshd && scopesOf(sshd)[0];
    const line = scope?.line('maxauthtries');
    if (sshd === undefined || scope === undefined || line === undefined) return;
    const tries = Number(scope.value('maxauthtries'));
    const jails = sshdJails(model).flatMap(jail => {
      const maxretry = limitsOf(jail)?.maxretry;
      return maxretry === undefined ? [] : [{ name: jail.name, maxretry }];
    });
    const strictest = jails.sort((a, b) => a.maxretry - b.maxretry)[0];
    if (strictest === undefined) return;
    const { name, maxretry } = strictest;
    const fix = {
      ...setSshdForAll(sshd, { MaxAuthTries: String(Math.max(6, least)) }),
      decision: 'how often a connection may try',
    };
    const against = `MaxAuthTries ${tries} against maxretry ${maxretry} of [${name}]`;
    if (tries > Math.max(6, maxretry)) {
      report({
        at: atDirective(line),
        message: `${against}: one connection may guess ${tries} times before sshd ends it`,
        option: 'MaxAuthTries',
        fix,
      });
    } else if (tries < least) {
      report({
        at: atDirective(line),
        message: `${against}: ssh offers every key of its agent, so people with ${tries + 1} keys are cut off before the right one, and banned after a few attempts`,
        option: 'MaxAuthTries',
        fix,
      });
    }
  },
});
