import {
  banChains,
  bansOf,
  defineRule,
  filterName,
  isHostService,
  jailsByPlace,
  nameJails,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'coverage/docker-user-on-host-service',
  severity: 'error',
  summary: 'bans in a chain for containers, for a service of the host itself',
  why: `DOCKER-USER and FORWARD see what goes on to containers. Packets for the host itself, such as those for sshd, pass INPUT. Where
\`chain = DOCKER-USER\` stands in [DEFAULT], every ban of the ssh jail is set and blocks nothing.`,
  fix: 'chain = INPUT in the section of the jail; for recidive from fail2ban 1.1.1 on chain = INPUT,FORWARD',
  bad: {
    'jail.local':
      '[DEFAULT]\nchain = DOCKER-USER\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\naction = drop[chain="%(chain)s"]\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I <chain> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nchain = DOCKER-USER\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nchain = INPUT\naction = drop[chain="%(chain)s"]\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I <chain> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip> -j DROP\n',
  },
  evidence: ['crazy-max/docker-fail2ban#11', 'l4rm4nd/F2BFilters#4', 'linuxserver/docker-fail2ban#11'],
  check(model, report) {
    const { jails } = model;
    const missed = jails.filter(jail => {
      if (!jail.enabled || !isHostService(filterName(jail))) return false;
      const chains = bansOf(jail)?.map(action => banChains(action)) ?? [];
      return chains.length > 0 && chains.every(each => each?.every(isForContainers));
    });
    for (const { place, jails: found, related } of jailsByPlace(missed, 'chain')) {
      const [first] = found;
      const chain = first && bansOf(first)?.flatMap(action => banChains(action) ?? [])[0];
      report({
        at: place,
        message: `${nameJails(found, 'bans', 'ban')} in chain ${chain?.toUpperCase()}, which only containers are reached through: on the host itself nobody is blocked`,
        ...(found.length === 1 && { jail: first!.name }),
        option: 'chain',
        related,
        fix: {
          ...setForJails(model, found, 'chain', 'INPUT', 'own'),
          decision: 'whether it runs on the host itself',
        },
      });
    }
  },
});

function isForContainers(chain: string): boolean {
  return /^(?:docker-user|docker|forward)$/.test(chain);
}
