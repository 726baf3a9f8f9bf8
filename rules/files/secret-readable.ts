import { defineRule, excerpt, type ReadableSecrets, readableSecrets, shellQuote } from '../../src/api';

export default defineRule({
  id: 'files/secret-readable',
  severity: 'warning',
  summary: 'a password or key in a file that every user can read',
  why: `Keys for Cloudflare or AbuseIPDB, passwords for mail, tokens of chat bots stand in jail.local or in action.d, and a new file there gets
mode 0644: every user, and every program that is broken into, can read them and act in your name. fail2ban reads its files as root
and needs no more than 0600. Where nothing is known of the modes of files this is only a hint.`,
  fix: 'chmod 0600 FILE (0640 for a group that may see it); a key that was open to others is better replaced',
  bad: {
    'facts.json': '{"modes": {"jail.local": {"mode": "0644", "owner": "root"}}}',
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = cloud[cftoken="v1-4b5e6f708192a3b4c5d6"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/cloud.conf':
      '[Definition]\nactionban = curl -H "Authorization: Bearer <cftoken>" -d <ip> https://api.example.com/ban\n',
  },
  good: {
    'facts.json': '{"modes": {"jail.local": {"mode": "0600", "owner": "root"}}}',
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = cloud[cftoken="v1-4b5e6f708192a3b4c5d6"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/cloud.conf':
      '[Definition]\nactionban = curl -H "Authorization: Bearer <cftoken>" -d <ip> https://api.example.com/ban\n',
  },
  evidence: ['fail2ban/fail2ban#2136', 'fail2ban/fail2ban#766', 'fail2ban/fail2ban#2302'],
  check(model, report) {
    for (const { file, secrets, mode } of readableSecrets(model)) {
      const [first, ...others] = secrets;
      const readable =
        mode === undefined
          ? 'with mode 0644, which a new file gets, every user of the host can read it'
          : `every user of the host can read it (mode ${mode})`;
      report({
        at: first!.at,
        message: `${excerpt(file.name)} holds ${describe(first!)}${others.length > 0 ? ` and ${others.length} more` : ''}, and ${readable}: fail2ban needs no more than 0600`,
        severity: mode === undefined ? 'info' : 'warning',
        fix: {
          title: 'let nobody but root read it',
          edits: [],
          changes: [],
          command: `chmod 0600 ${shellQuote(file.path)}`,
        },
        related: others.map(each => ({ at: each.at, message: `${describe(each)} is here` })),
      });
    }
  },
});

/** What it is, never the secret itself. */
function describe({ name, what }: ReadableSecrets['secrets'][number]): string {
  if (what === 'address') return `the address of a ${name}`;
  return what === 'password' ? `a password (${name})` : `a secret key (${name})`;
}
