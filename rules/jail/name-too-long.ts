import {
  atText,
  defineRule,
  type Fix,
  firewallNames,
  type GradedFinding,
  type Jail,
  type Model,
  onePerPlace,
  piecesOf,
  renameJailFix,
  replaceWritten,
  shortName,
  type Text,
} from '../../src/api';

export default defineRule({
  id: 'jail/name-too-long',
  severity: 'error',
  summary: 'a jail whose chain or set gets a name that is too long',
  why: `The name of a jail becomes the name of a chain or set of its own, with f2b- in front. The kernel allows 28 characters for a chain of iptables
and 31 for an ipset, of which the one for IPv6 takes one more. If the name is longer the action can't start: fail2ban finds the attacker,
tries to ban, writes an error into its log, and nobody is kept out.`,
  fix: 'shorten the name of the jail, or pass a short one to the action: iptables-multiport[name=short]',
  bad: {
    'jail.local':
      '[customer-portal-login-failures]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = chain\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/chain.conf':
      '[Definition]\nactionstart = iptables -N f2b-<name>\nactionban = iptables -I f2b-<name> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[customer-portal-login-failures]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = chain[name=portal]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/chain.conf':
      '[Definition]\nactionstart = iptables -N f2b-<name>\nactionban = iptables -I f2b-<name> -s <ip> -j DROP\n',
  },
  evidence: [
    'fail2ban/fail2ban#222',
    'fail2ban/fail2ban#4067',
    'fail2ban/fail2ban#462',
    'fail2ban/fail2ban#3488',
    'fail2ban/fail2ban#1105',
    'fail2ban/fail2ban#3663',
    'fail2ban/fail2ban#466',
    'iredmail/iRedMail#173',
  ],
  check(model, report) {
    const findings = model.jails.flatMap(jail => checkJail(model, jail));
    onePerPlace(model.setup, findings).forEach(report);
  },
});

function checkJail(model: Model, jail: Jail): readonly GradedFinding[] {
  return jail.reading.actions.flatMap(action => {
    if (action.kind !== 'command') return [];
    const tooLong = firewallNames(action).find(({ name, longest }) => name.length > longest);
    if (tooLong === undefined) return [];
    const given = action.texts.get('name');
    const isGiven = given !== undefined && piecesOf(given).length > 0;
    const at = isGiven ? atText(given, undefined) : (jail.header() ?? jail.place('enabled'));
    if (at === undefined) return [];
    const { kind, name, longest } = tooLong;
    const own = isGiven ? given.value : jail.name;
    const short = shortName(own, longest - name.length + own.length);
    const fix = short === undefined ? undefined : fixOf(model, jail, isGiven ? given : undefined, short);
    const subject = isGiven
      ? `name "${given.value}" of action ${action.name.value}`
      : `jail name "${jail.name}"`;
    return [
      {
        at,
        message: `${subject} has ${own.length} characters: the ${kind} ${name} would have ${name.length}, and ${longest} is the most; no ban of the jail works`,
        severity: 'error' as const,
        jail: jail.name,
        ...(fix && { fix }),
      },
    ];
  });
}

function fixOf(model: Model, jail: Jail, given: Text | undefined, short: string): Fix | undefined {
  if (given === undefined) return renameJailFix(model, jail, short, 'what the jail is called');
  const fix = replaceWritten(model.setup, `write ${short}`, given, short);
  return fix && { ...fix, decision: 'what the chain is called' };
}
