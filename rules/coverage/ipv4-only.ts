import {
  actionNamePlace,
  atSetting,
  blocksIpv4Only,
  defineRule,
  type Fix,
  faultsByPlace,
  isAtLeast,
  isPackagedFile,
  isStockIpv4Only,
  isStockText,
  nameJails,
  parseBoolean,
  replaceValue,
  replaceWritten,
  type Setup,
  type Text,
  usedActions,
} from '../../src/api';

export default defineRule({
  id: 'coverage/ipv4-only',
  severity: 'warning',
  summary: 'an action that blocks IPv4 addresses only',
  why: `iptables and a set of IPv4 addresses take no others. Somebody who comes over IPv6 is found and banned, the command fails or
blocks nothing, and he goes on; most hosters give every server an IPv6 address.`,
  fix: 'banaction = iptables-ipset or nftables; in an action of your own <iptables> of iptables.conf, or [Init?family=inet6]',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = <tables> -I INPUT -s <ip> -j DROP\nactionunban = <tables> -D INPUT -s <ip> -j DROP\n[Init]\ntables = iptables\n[Init?family=inet6]\ntables = ip6tables\n',
  },
  evidence: [
    'fail2ban/fail2ban#2475',
    'debops/debops#2004',
    'fail2ban/fail2ban#2883',
    'fail2ban/fail2ban#1965',
    'fail2ban/fail2ban#1123',
    'fail2ban/fail2ban#39',
    'fail2ban/fail2ban#2066',
    'mail-in-a-box/mailinabox#2015',
  ],
  check(model, report) {
    const { setup, jails } = model;
    const allowed = setup.daemon.options.get('allowipv6');
    const word = allowed?.value.text?.value;
    if (allowed?.setting !== undefined && word !== undefined && /^(?:no|false|off|0)$/i.test(word)) {
      if (!isPackagedFile(allowed.setting.file.name) && !parseBoolean(word)) {
        report({
          at: atSetting(allowed.setting),
          severity: 'info',
          message: `allowipv6 = ${word}: nobody who comes over IPv6 is banned, which is right only on a host without IPv6`,
          option: 'allowipv6',
          fix: {
            ...replaceValue('write allowipv6 = auto', allowed.setting, 'auto'),
            decision: 'whether the host has IPv6',
          },
        });
      }
    }
    for (const { action, jails: users } of usedActions(jails)) {
      const setting = action.setting('actionban');
      if (setting === undefined || isStockIpv4Only(action.name.value) || !blocksIpv4Only(action)) continue;
      if (isStockText(setting.file, setting.option.keySpan.start)) continue;
      report({
        at: atSetting(setting),
        message: `${action.name.value} bans IPv4 addresses only, for ${nameJails(users, '', '').trim()}: whoever comes over IPv6 is not blocked`,
        ...(users.length === 1 && { jail: users[0]!.name }),
        option: 'actionban',
      });
    }
    const faults = jails.flatMap(jail =>
      jail.actions
        .filter(({ name }) => isStockIpv4Only(name.value))
        .map(action => ({ jail, place: actionNamePlace(setup, jail, action), fault: action.name })),
    );
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      report({
        at: place,
        message: `${nameJails(found, 'bans', 'ban')} with ${fault.value}, which knows IPv4 only: whoever comes over IPv6 is not blocked`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'banaction',
        ...mend(setup, fault),
      });
    }
  },
});

/** The same with sets for both, which fail2ban has since 1.0. */
function mend(setup: Setup, name: Text): { readonly fix?: Fix } {
  if (name.value !== 'iptables-ipset-proto4' || !isAtLeast(setup.release, '1.0')) return {};
  const fix = replaceWritten(setup, 'write iptables-ipset', name, 'iptables-ipset');
  return fix === undefined ? {} : { fix: { ...fix, decision: 'what closes the ports' } };
}
