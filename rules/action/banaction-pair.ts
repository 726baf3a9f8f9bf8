import {
  atSetting,
  defaultOption,
  defineRule,
  definitionNames,
  excerpt,
  type Fix,
  firewallOf,
  isPackagedFile,
  nameJails,
  namesAskedFor,
  type Setup,
  setJailOption,
} from '../../src/api';

export default defineRule({
  id: 'action/banaction-pair',
  severity: 'warning',
  summary: 'banaction and banaction_allports of different firewalls',
  why: `Jails that block all ports (recidive, pam-generic, and others) take their action from \`banaction_allports\`. Where only
\`banaction\` was changed they go on with the other firewall: their bans fail if its programs are missing, and if they are there,
two sets of rules work side by side, of which one may be flushed or never reached.`,
  fix: 'set the pair: nftables and nftables[type=allports], firewallcmd-rich-rules twice, or ufw twice',
  bad: {
    'jail.local':
      '[DEFAULT]\nbanaction = nft-drop\nbanaction_allports = ipt-drop\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = %(banaction_allports)s\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/nft-drop.conf':
      '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\nactionunban = nft delete element inet f2b bad { <ip> }\n',
    'action.d/ipt-drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbanaction = nft-drop\nbanaction_allports = nft-drop[ports=all]\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = %(banaction_allports)s\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/nft-drop.conf':
      '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\nactionunban = nft delete element inet f2b bad { <ip> }\n',
  },
  evidence: ['https://console9.com', 'https://brain.dustvoice.de'],
  check({ setup, jails }, report) {
    const one = defaultOption(setup, 'banaction');
    const all = defaultOption(setup, 'banaction_allports');
    if (one?.result.kind !== 'text' || all?.result.kind !== 'text' || !one.setting || !all.setting) return;
    const [isOneOwn, isAllOwn] = [one, all].map(({ setting }) => !isPackagedFile(setting!.file.name));
    if (!isOneOwn && !isAllOwn) return;
    const firewalls = [one.result.text.value, all.result.text.value].map(call => firewallOf(setup, call));
    const [first, second] = firewalls;
    if (first === undefined || second === undefined || first === second) return;
    const lagging = isOneOwn ? 'banaction_allports' : 'banaction';
    const users = jails.filter(jail => {
      if (!jail.enabled || jail.reading.skipped !== undefined) return false;
      const names = namesAskedFor(setup, jail, 'action');
      return names.has(lagging) && (isOneOwn || !names.has('banaction_allports'));
    });
    const with_ = isOneOwn ? second : first;
    const effect =
      users.length > 0
        ? `${nameJails(users, 'still bans', 'still ban')} with ${with_}`
        : `a jail that blocks all ports, such as recidive, would ban with ${with_}`;
    const value = isOneOwn ? one.result.text.value : all.result.text.value;
    const fix = twinFix(lagging, twinOf(setup, value, isOneOwn === true));
    const [at, other] = isOneOwn ? [one, all] : [all, one];
    report({
      at: atSetting(at.setting!),
      message: `${at.name} is ${excerpt(at.raw.value)}, but ${other.name} is ${excerpt(other.raw.value)}: ${effect}`,
      ...(users.length === 0 && { severity: 'info' }),
      option: at.name,
      ...(fix && { fix }),
      related: [{ at: atSetting(other.setting!), message: `${other.name} is set here` }],
    });
  },
});

function twinFix(option: string, twin: string | undefined): Fix | undefined {
  if (twin === undefined) return undefined;
  return { title: `write ${option} = ${twin}`, ...setJailOption('DEFAULT', option, twin) };
}

/** The action of the same kind that blocks all ports, or only some; undefined where there is none. */
function twinOf(setup: Setup, call: string, isForAll: boolean): string | undefined {
  const [, name = '', type] = /^([\w-]+)(?:\[type=(\w+)\])?$/.exec(call) ?? [];
  const twin =
    name === 'nftables' && type !== undefined
      ? `nftables[type=${isForAll ? 'allports' : 'multiport'}]`
      : type === undefined
        ? twins(name, isForAll).find(each => each === name || definitionNames(setup, 'action').includes(each))
        : undefined;
  return twin !== undefined && firewallOf(setup, twin) === firewallOf(setup, call) ? twin : undefined;
}

function twins(name: string, isForAll: boolean): readonly string[] {
  // these block a host, or say themselves which ports
  if (/^(?:ufw|firewallcmd-rich-rules|shorewall\S*|route|hostsdeny|apf)$/.test(name)) return [name];
  if (!isForAll) return [name.replace(/-allports$/, '-multiport'), name.replace(/-allports$/, '')];
  return [name.replace(/-(?:multiport|new)$/, '-allports'), `${name}-allports`].filter(each => each !== name);
}
