import {
  actionIsTold,
  banChains,
  bansOf,
  defineRule,
  filterName,
  isHostService,
  isLogOfContainer,
  isMostlyContained,
  ownPlace,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'coverage/docker-chain',
  severity: 'warning',
  summary: 'bans in INPUT for a service in a container',
  why: `Docker forwards the ports a container publishes: their packets pass FORWARD and DOCKER-USER, and never INPUT. fail2ban finds the
failures in the log of the container and bans, iptables lists the address, and it gets on as before.`,
  fix: 'chain = DOCKER-USER for the jail; with nftables, banaction = nftables[chain_hook=forward]',
  bad: {
    'jail.local':
      '[shop]\nenabled = true\nfilter = shop\nlogpath = /var/lib/docker/volumes/shop/_data/login.log\naction = drop[chain=INPUT]\n',
    'filter.d/shop.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I <chain> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[shop]\nenabled = true\nfilter = shop\nlogpath = /var/lib/docker/volumes/shop/_data/login.log\naction = drop[chain=DOCKER-USER]\n',
    'filter.d/shop.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I <chain> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip> -j DROP\n',
  },
  evidence: [
    'crazy-max/docker-fail2ban#41',
    'crazy-max/docker-fail2ban#56',
    'crazy-max/docker-fail2ban#64',
    'crazy-max/docker-fail2ban#98',
    'crazy-max/docker-fail2ban#108',
    'fail2ban/fail2ban#2292',
    'fail2ban/fail2ban#3141',
    'fail2ban/fail2ban#2700',
    'fail2ban/fail2ban#3894',
    'Mailu/Mailu#584',
    'nginx-proxy/nginx-proxy#532',
    'l4rm4nd/F2BFilters#4',
  ],
  check(model, report) {
    const { facts, jails } = model;
    if (facts.docker === false) return;
    for (const jail of jails) {
      if (!jail.enabled || isHostService(filterName(jail))) continue;
      const paths = (jail.text('logpath') ?? '').split('\n').filter(path => path !== '');
      const isContained =
        paths.some(isLogOfContainer) ||
        (facts.docker === true && [filterName(jail), jail.name].some(isMostlyContained));
      if (!isContained) continue;
      const chains = bansOf(jail)?.map(action => banChains(action));
      if (chains === undefined || chains.length === 0) continue;
      if (!chains.every(each => each?.every(chain => chain === 'input'))) continue;
      const at = ownPlace(jail, ['chain', 'action', 'banaction']);
      if (at === undefined) continue;
      report({
        at,
        message: `[${jail.name}] guards a container, but its bans go to chain INPUT, past which docker forwards published ports: a banned address gets on, unless the container has the network of the host`,
        jail: jail.name,
        option: 'chain',
        // only an action that is told of the chain takes another
        ...(actionIsTold(jail, 'chain') && {
          fix: {
            ...setForJails(model, [jail], 'chain', 'DOCKER-USER', 'own'),
            decision: 'whether it runs in a container',
          },
        }),
      });
    }
  },
});
