import {
  defineRule,
  describeBanTime,
  exemptAddresses,
  exemptNetworks,
  type Fix,
  isMailLogin,
  type Jail,
  jailsByPlace,
  limitsOf,
  type Model,
  nameJails,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'mail/strict-no-exemption',
  severity: 'warning',
  summary: 'a mail login jail that bans after three failures or fewer, with no client network exempt',
  why: `Phones and mail programs keep trying a password that was changed, several times a minute and without asking. Three
failures are over in seconds, and the ban hits everybody who shares the address: the whole office, the family, the customers behind
one provider's gateway. To them the mail comes and goes for no reason. This is the classic complaint about fail2ban on mail hosts.`,
  fix: 'maxretry = 5 to 10, and the networks of your clients in ignoreip; or a short first ban with bantime.increment = true',
  options: {
    maxretry: {
      summary: 'more failures than this are tolerant enough',
      unit: 'number',
      default: 3,
      minimum: 1,
    },
    bantime: { summary: 'shorter bans do little harm', unit: 'seconds', default: 600, minimum: 0 },
  },
  bad: {
    'jail.local':
      '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nmaxretry = 3\nbantime = 15m\n',
    'filter.d/dovecot.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
  },
  good: {
    'jail.local':
      '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nmaxretry = 8\nbantime = 15m\nignoreip = 127.0.0.1/8 ::1 198.51.100.0/24\n',
    'filter.d/dovecot.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
  },
  evidence: [
    'mail-in-a-box/mailinabox#1805',
    'mail-in-a-box/mailinabox#1050',
    'mailcow/mailcow-dockerized#1269',
    'mailcow/mailcow-dockerized#2491',
    'docker-mailserver/docker-mailserver#1937',
    'docker-mailserver/docker-mailserver#1135',
    'docker-mailserver/docker-mailserver#3256',
    'fail2ban/fail2ban#779',
    'deeztek/Hermes-Secure-Email-Gateway#312',
    'hestiacp/hestiacp#1588',
    'hestiacp/hestiacp#1395',
  ],
  check(model, report, options) {
    const { setup, jails } = model;
    const strict = jails.filter(jail => {
      if (!jail.enabled || !isMailLogin(jail)) return false;
      const limits = limitsOf(jail);
      if (limits === undefined || limits.maxretry > options.maxretry) return false;
      if (limits.bantime !== -1 && limits.bantime < options.bantime) return false;
      if ((jail.text('ignorecommand') ?? '') !== '') return false;
      return exemptAddresses(jail, setup.release)?.length === 0;
    });
    for (const { place, jails, related } of jailsByPlace(strict, 'maxretry')) {
      const { maxretry, bantime } = limitsOf(jails[0]!)!;
      const failures = maxretry > 1 ? `${maxretry} failures` : '1 failure';
      report({
        at: place,
        message: `${nameJails(jails, 'bans', 'ban')} mail clients ${describeBanTime(bantime)} after ${failures} and no client network is exempt: one phone with an old password locks out everybody behind its address`,
        ...(jails.length === 1 && { jail: jails[0]!.name }),
        option: 'maxretry',
        related,
        fix: mend(model, jails, options.maxretry),
      });
    }
  },
});

/** Exempts the networks the admin has named; without any, more failures are allowed. */
function mend(model: Model, jails: readonly Jail[], strict: number): Fix {
  const maxretry = model.admin.limits.get('maxretry') ?? String(Math.max(10, strict + 1));
  return (
    exemptNetworks(model, jails) ?? {
      ...setForJails(model, jails, 'maxretry', maxretry),
      decision: 'how many failures ban',
    }
  );
}
