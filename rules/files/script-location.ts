import { defineRule, excerpt, gradeByUse, onceUsed, onePerPlace, replaceableScripts } from '../../src/api';

export default defineRule({
  id: 'files/script-location',
  severity: 'warning',
  summary: 'a script that fail2ban runs as root from a directory of ordinary users',
  why: `fail2ban runs the commands of its actions at every ban, and ignorecommand at every failure, as root. A script below /home, /tmp or the
directory of a web server belongs to somebody else, or can be put there by somebody else as soon as it is gone: that user, or whoever
breaks into the web application, then has commands run as root. Files that an action only writes there are no such danger.`,
  fix: 'move it to /usr/local/sbin or below /etc/fail2ban, and chown root:root, chmod 0755',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignorecommand = /home/deploy/bin/is-friend <ip>\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignorecommand = /usr/local/sbin/is-friend <ip>\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2033'],
  check(model, report) {
    const findings = replaceableScripts(model).map(
      ({ place, path, directory, option, action, jail, use }) => {
        const runner = action === undefined ? option : `action ${excerpt(action)}`;
        const who = /tmp|shm/.test(directory) ? 'everybody may put files' : 'ordinary users own the files';
        return {
          at: place,
          message: `${runner} runs ${excerpt(path)} as root${onceUsed(use)}, and below ${directory} ${who}: who replaces the script has his own commands run`,
          severity: gradeByUse(use, 'warning'),
          option,
          ...(jail !== undefined && { jail }),
        };
      },
    );
    onePerPlace(model.setup, findings).forEach(report);
  },
});
