import {
  atSetting,
  bansOf,
  callPlace,
  defaultOption,
  defineRule,
  type Fix,
  faultsByPlace,
  firewallOf,
  isPackagedFile,
  type Jail,
  mismatchOf,
  nameJails,
  removeOption,
  type Setup,
  setJailOption,
  together,
} from '../../src/api';

export default defineRule({
  id: 'coverage/firewall-mismatch',
  severity: 'warning',
  summary: 'bans in another firewall than the one that manages the host',
  why: `A host has one program that decides what its packet filter does: firewalld, ufw, nftables, a script with iptables. Rules put in
beside it stand in a place that is not looked at, come behind those that accept, or are gone at the next reload. Fedora and its
relatives ship a drop-in, jail.d/00-firewalld.conf, that sets the right action; a guide's \`banaction = iptables-multiport\` undoes it.`,
  fix: 'remove the line where the distribution has a drop-in of its own; else banaction = firewallcmd-rich-rules, ufw or nftables',
  bad: {
    'jail.d/00-firewalld.conf': '[DEFAULT]\nbanaction = fwd\n',
    'jail.local': '[DEFAULT]\nbanaction = ipt\n',
    'action.d/fwd.conf':
      '[Definition]\nactionban = firewall-cmd --add-rich-rule="rule family=ipv4 source address=<ip> reject"\n',
    'action.d/ipt.conf': '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.d/00-firewalld.conf': '[DEFAULT]\nbanaction = fwd\n',
    'action.d/fwd.conf':
      '[Definition]\nactionban = firewall-cmd --add-rich-rule="rule family=ipv4 source address=<ip> reject"\n',
  },
  evidence: [
    'fail2ban/fail2ban#2666',
    'fail2ban/fail2ban#1474',
    'fail2ban/fail2ban#3177',
    'fail2ban/fail2ban#3024',
    'fail2ban/fail2ban#2741',
    'fail2ban/fail2ban#1885',
    'https://console9.com',
    'https://cr0x.net',
    'https://brain.dustvoice.de',
    'https://fedoramagazine.org',
  ],
  check(model, report) {
    const { setup, facts, jails } = model;
    if (facts.firewall === undefined) {
      for (const option of ['banaction', 'banaction_allports']) reportUndone(option);
      return;
    }
    const host = facts.firewall;
    const faults = jails.flatMap(jail => {
      const bans = bansOf(jail) ?? [];
      const wrong = bans.flatMap(action => {
        const firewall = action.kind?.kind === 'ban' ? action.kind.firewall : undefined;
        const reason = firewall && mismatchOf(firewall, host);
        return reason === undefined ? [] : [{ action, reason }];
      });
      if (wrong.length < bans.length) return [];
      return wrong.map(({ action, reason }) => {
        const fault = { name: action.name.value, reason };
        return { jail, place: callPlace(setup, jail, action), about: reason, fault };
      });
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      report({
        at: place,
        message: `${nameJails(found, 'bans', 'ban')} with ${fault.name}, but ${host} manages this host: ${fault.reason}`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'banaction',
        ...mend(setup, found, host),
      });
    }

    /** The drop-in of a distribution tells what manages its hosts. */
    function reportUndone(option: string): void {
      const effective = defaultOption(setup, option);
      if (effective?.setting === undefined || effective.result.kind !== 'text') return;
      if (isPackagedFile(effective.setting.file.name)) return;
      const dropIn = effective
        .shadowed()
        .find(({ file }) => /\/00-firewalld\.(?:conf|local)$/.test(file.name));
      const firewall = firewallOf(setup, effective.result.text.value);
      const reason = dropIn && firewall && mismatchOf(firewall, 'firewalld');
      if (dropIn === undefined || reason === undefined) return;
      report({
        at: atSetting(effective.setting),
        message: `${option} = ${effective.result.text.value} undoes the drop-in for firewalld, which manages such hosts: ${reason}`,
        option,
        related: [{ at: atSetting(dropIn), message: 'overrides this' }],
        fix: { ...removeOption('delete this line: the drop-in counts again', effective.setting), decision },
      });
    }
  },
});

/** Actions of the package for the firewall of a host: for some ports, for all. */
const actions: ReadonlyMap<string, readonly [some: string, all: string]> = new Map([
  ['firewalld', ['firewallcmd-rich-rules', 'firewallcmd-rich-rules']],
  ['nftables', ['nftables', 'nftables[type=allports]']],
  ['iptables', ['iptables-multiport', 'iptables-allports']],
  ['ufw', ['ufw', 'ufw']],
]);

const decision = 'what closes the ports';

/** Where the jails have their actions from: a line of their own, or [DEFAULT]. */
function mend(setup: Setup, jails: readonly Jail[], host: string): { readonly fix?: Fix } {
  const pair = actions.get(host);
  if (pair === undefined) return {};
  const wanted = new Map<string, Pick<Fix, 'edits' | 'changes'>>();
  for (const jail of jails) {
    for (const option of ['banaction', 'banaction_allports']) {
      const { setting, raw } = jail.option(option) ?? {};
      const text = jail.text(option);
      // what follows from another option is written there
      if (setting === undefined || text === undefined || /^%\(\w+\)s$/.test(raw?.value ?? '')) continue;
      const firewall = firewallOf(setup, text);
      if (firewall === undefined || mismatchOf(firewall, host) === undefined) continue;
      const value = /allports/.test(option + text) ? pair[1] : pair[0];
      const name = `${option} = ${value} in [${setting.section}]`;
      wanted.set(name, setJailOption(setting.section, option, value));
    }
  }
  if (wanted.size === 0) return {};
  return { fix: together(`write ${[...wanted.keys()].join(' and ')}`, [...wanted.values()], decision) };
}
