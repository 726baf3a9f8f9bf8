import {
  actionNamePlace,
  defineRule,
  faultsByPlace,
  missingTools,
  nameJails,
  type Place,
} from '../../src/api';

export default defineRule({
  id: 'action/missing-tool',
  severity: 'error',
  summary: 'an action whose programs are not installed',
  why: `fail2ban doesn't look whether the programs of an action are there. Without iptables (or nft, ipset, ufw, …) it starts, counts
failures and writes "Ban"; each ban ends in "returned 127" in its log, and the address is free to go on. Mails and reports fail the
same way without sendmail, whois or curl, while the ban itself works. Known from the host's facts; without them f2blint says nothing.`,
  fix: 'install the program, or choose a banaction for the firewall the host has',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[name=web]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
    'facts.json': '{"commands": ["sh", "nft"]}',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop[name=web]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\nactionunban = nft delete element inet f2b bad { <ip> }\n',
    'facts.json': '{"commands": ["sh", "nft"]}',
  },
  evidence: [
    'swizzin/swizzin#1153',
    'fail2ban/fail2ban#4182',
    'docker-mailserver/docker-mailserver#2327',
    'fail2ban/fail2ban#3192',
    'fail2ban/fail2ban#3343',
    'linuxserver/docker-fail2ban#4',
    'docker-mailserver/docker-mailserver#152',
    'fail2ban/fail2ban#471',
    'docker-mailserver/docker-mailserver#1203',
    'fail2ban/fail2ban#2358',
    'fail2ban/fail2ban#753',
  ],
  check({ setup, jails, facts }, report) {
    if (facts.commands === undefined) return;
    const commands = new Set(facts.commands);
    const inherited = new Map<string, Place>();
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || jail.reading.skipped !== undefined) return [];
      return jail.actions.flatMap(action => {
        const missing = missingTools(action, commands);
        if (missing === undefined) return [];
        const isBan = action.kind?.kind === 'ban' || (action.kind === undefined && jail.actions.length === 1);
        const isMail = action.kind?.kind === 'mail';
        const fault = { ...missing, isBan, isMail, name: action.name.value };
        const own = actionNamePlace(setup, jail, action);
        if (own?.kind === 'text') return [{ jail, place: own, about: fault.name, fault }];
        // an action that nobody chose is one fault, however many jails have it
        const place = inherited.get(fault.name) ?? own;
        if (place !== undefined) inherited.set(fault.name, place);
        return [{ jail, place, about: fault.name, fault }];
      });
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const { tools, onlyIpv6, isBan, isMail, name } = fault;
      const lacks = `${tools.join(' and ')}, which ${tools.length > 1 ? 'are' : 'is'} not installed`;
      report({
        at: place,
        message: `action ${name} of ${nameJails(found, '', '').trimEnd()} needs ${lacks}: ${isBan ? `no ${onlyIpv6 ? 'IPv6 ' : ''}address is blocked` : isMail ? 'no mail is sent' : 'it fails'}`,
        severity: isBan && !onlyIpv6 ? 'error' : 'warning',
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
      });
    }
  },
});
