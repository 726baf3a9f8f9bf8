import {
  atFile,
  defineRule,
  type Fix,
  filterName,
  isPackagedFile,
  type Jail,
  loginServices,
  setJailOption,
} from '../../src/api';

export default defineRule({
  id: 'coverage/unguarded-login',
  severity: 'warning',
  summary: 'a service that takes logins from the network, and no jail for it',
  why: `Guessers take the door nobody watches. cockpit and others check passwords through PAM, which the sshd jail doesn't see; mail has
a login at submission, imap and pop3 each; a database that is open to the network is tried within hours.`,
  fix: 'enable the stock jail of the service, or pam-generic for what logs in through PAM; or let it listen to the host alone',
  bad: {
    'facts.json': '{"listen": [{"port": 9090, "protocol": "tcp", "service": "cockpit"}]}',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\naction = drop\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\n',
  },
  good: {
    'facts.json': '{"listen": [{"port": 9090, "protocol": "tcp", "service": "cockpit"}]}',
    'jail.local':
      '[pam-generic]\nenabled = true\nfilter = pam-generic\nlogpath = /var/log/auth.log\naction = drop\n',
    'filter.d/pam-generic.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\n',
  },
  evidence: ['https://cockpit-project.org/guide/latest/authentication.html'],
  check({ facts, jails, setup, sshd }, report) {
    const filters = jails.filter(jail => jail.enabled).map(filterName);
    const { files } = setup.jailFamily;
    const file = files.findLast(({ name }) => !isPackagedFile(name)) ?? files.at(-1);
    if (file === undefined) return;
    for (const service of loginServices) {
      // what sshd takes is known better than by its port
      if (service.name === 'ssh' && sshd !== undefined) continue;
      if (filters.some(filter => service.filters.test(filter))) continue;
      const listener = facts.listen?.find(
        each => service.programs.includes(each.service) || service.ports.includes(each.port),
      );
      const unit = service.isPublic
        ? facts.units?.find(each => service.programs.some(name => each.replace(/[.@].*$/, '') === name))
        : undefined;
      if (listener === undefined && (unit === undefined || facts.listen !== undefined)) continue;
      const how = listener === undefined ? `${unit} is enabled` : `it listens on port ${listener.port}`;
      report({
        at: atFile(file),
        message: `${service.name} takes logins (${how}), and no enabled jail watches it: passwords can be tried there without end`,
        ...enable(jails.find(jail => service.filters.test(filterName(jail)))),
      });
    }
  },
});

/** The jail that is there for the service. */
function enable(jail: Jail | undefined): { readonly fix?: Fix } {
  if (jail === undefined) return {};
  return {
    fix: {
      title: `write enabled = true into [${jail.name}]`,
      ...setJailOption(jail.name, 'enabled', 'true'),
      decision: 'which jails run',
    },
  };
}
