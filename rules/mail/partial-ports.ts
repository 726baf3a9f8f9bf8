import {
  bannedPorts,
  bansOf,
  defineRule,
  filterName,
  isMailLogin,
  isPackagedFile,
  isStockFile,
  type Jail,
  mailPortGroup,
  modeOf,
  ownPlace,
  ownSetting,
  portsOf,
  removeOption,
  setForJails,
  stockPorts,
} from '../../src/api';

export default defineRule({
  id: 'mail/partial-ports',
  severity: 'warning',
  summary: 'a mail jail that blocks some of the doors to the same passwords',
  why: `smtp, submission, imap and pop3 check the same accounts. A guesser who is blocked on one of them goes on with the next; the
stock jails block all of them for that reason.`,
  fix: 'remove the port line, so that the list of the stock jail counts; or add the missing ports',
  bad: {
    'jail.local':
      '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nport = imap,imaps\naction = drop[port="%(port)s"]\n',
    'filter.d/dovecot.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = nft add rule inet f2b drop tcp dport { <port> } ip saddr <ip>\n',
  },
  good: {
    'jail.local':
      '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nport = imap,imaps,pop3,pop3s,submission,465,sieve\naction = drop[port="%(port)s"]\n',
    'filter.d/dovecot.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = nft add rule inet f2b drop tcp dport { <port> } ip saddr <ip>\n',
  },
  evidence: [
    'fail2ban/fail2ban#277',
    'docker-mailserver/docker-mailserver#4287',
    'mail-in-a-box/mailinabox#629',
  ],
  check(model, report) {
    const { jails } = model;
    const mail = jails.filter(jail => jail.enabled && isMailLogin(jail));
    for (const jail of mail) {
      const filter = filterName(jail);
      const own = ownSetting(jail, 'port');
      if (own === undefined || !isStockFile(`filter.d/${filter}.conf`)) continue;
      const blocked = blockedBy(
        mail.filter(each => filterName(each) === filter && modeOf(each) === modeOf(jail)),
      );
      if (blocked === undefined) continue;
      const groups = new Set(blocked.map(mailPortGroup));
      const stock = [...(stockPorts(jail.name).size > 0 ? stockPorts(jail.name) : stockPorts(filter))];
      const missing = stock.filter(
        port => port !== 'imap3' && mailPortGroup(port) !== undefined && !groups.has(mailPortGroup(port)),
      );
      const at = ownPlace(jail, ['port']);
      if (missing.length === 0 || at === undefined) continue;
      report({
        at,
        message: `[${jail.name}] blocks ${portsOf(jail).join(', ')} only, but the same passwords work on ${missing.join(', ')}: a banned guesser goes on there`,
        jail: jail.name,
        option: 'port',
        fix: {
          ...(isPackagedFile(own.overrides?.file.name ?? '')
            ? removeOption('delete this line: the list of the package has them all', own)
            : setForJails(model, [jail], 'port', [...portsOf(jail), ...missing].join(','), 'own')),
          decision: 'which ports a ban closes',
        },
      });
    }
  },
});

/** The ports that jails block; undefined where they block all, or nobody can tell. */
function blockedBy(jails: readonly Jail[]): readonly string[] | undefined {
  const ports: string[] = [];
  for (const jail of jails) {
    for (const action of bansOf(jail) ?? []) {
      const reached = bannedPorts(action);
      if (reached === undefined || !reached.every(port => portsOf(jail).includes(port))) return undefined;
      ports.push(...reached);
    }
  }
  return ports.length === 0 ? undefined : ports;
}
