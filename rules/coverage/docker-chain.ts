import {
  actionIsTold,
  banChains,
  bansOf,
  defineRule,
  faultsByPlace,
  filterName,
  isHostService,
  isLogOfContainer,
  isMostlyContained,
  nameJails,
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
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || isHostService(filterName(jail))) return [];
      const paths = (jail.text('logpath') ?? '').split('\n').filter(path => path !== '');
      const isContained =
        paths.some(isLogOfContainer) ||
        (facts.docker === true && [filterName(jail), jail.name].some(isMostlyContained));
      if (!isContained) return [];
      const chains = bansOf(jail)?.map(action => banChains(action));
      if (chains === undefined || chains.length === 0) return [];
      if (!chains.every(each => each?.every(chain => chain === 'input'))) return [];
      return [{ jail, place: ownPlace(jail, ['chain', 'action', 'banaction']), fault: undefined }];
    });
    for (const { place, jails: found } of faultsByPlace(model.setup, faults)) {
      const guard = nameJails(found, 'guards a container, but its', 'guard containers, but their');
      report({
        at: place,
        message: `${guard} bans go to chain INPUT, past which docker forwards published ports: a banned address gets on, unless the container has the network of the host`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'chain',
        // only an action that is told of the chain takes another
        ...(found.every(jail => actionIsTold(jail, 'chain')) && {
          fix: {
            ...setForJails(model, found, 'chain', 'DOCKER-USER', 'own'),
            decision: 'whether it runs in a container',
          },
        }),
      });
    }
  },
});
