import {
  atText,
  atValue,
  defineRule,
  type Fix,
  findInlineComment,
  findPortFault,
  type GradedFinding,
  hasSwallowed,
  isFromStock,
  type Jail,
  type Model,
  mendPorts,
  onePerPlace,
  type Place,
  type PortForm,
  type PortUse,
  portUses,
  quote,
  replaceWritten,
  type Text,
} from '../../src/api';

export default defineRule({
  id: 'value/bad-port',
  severity: 'error',
  summary: 'a port that the ban command does not take',
  why: `The port of a jail goes into the ban command as it is, and fail2ban never looks at it. iptables wants numbers or names of services
with commas and no blanks between them, a colon in a range, 15 at most, and a protocol that has ports. With anything else the command fails:
fail2ban finds the attacker, tries to ban, writes an error into its log, and nobody is kept out.`,
  fix: 'separate ports by commas alone, write a range as 2200:2210, and set protocol to tcp or udp',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nport = 8000-8080\naction = block[port="%(port)s"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/block.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nport = http,8000:8080\naction = block[port="%(port)s"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/block.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\n',
  },
  evidence: [
    'fail2ban/fail2ban#2092',
    'fail2ban/fail2ban#3047',
    'fail2ban/fail2ban#3572',
    'fail2ban/fail2ban#1595',
    'fusionpbx/fusionpbx-install.sh#13',
  ],
  check(model, report) {
    const findings = model.jails.flatMap(jail => portUses(jail).flatMap(use => checkUse(model, jail, use)));
    onePerPlace(model.setup, findings).forEach(report);
  },
});

const consequence = 'no ban of the jail works';

function checkUse(
  model: Model,
  jail: Jail,
  { action, form, port, protocol }: PortUse,
): readonly GradedFinding[] {
  const findings: GradedFinding[] = [];
  const isMangled = findInlineComment(port.value) || hasSwallowed(model, port);
  const fault = isMangled ? undefined : findPortFault(port.value, form);
  const at = fault && placeOf(model, jail, port, fault.start, fault.end);
  if (fault !== undefined && at !== undefined) {
    const question = fault.suggestion === undefined ? '' : ` - did you mean "${fault.suggestion}"?`;
    const fix = portFix(model, port, form);
    const value = quote(port.value.slice(fault.start, fault.end));
    findings.push({
      at,
      message: `port ${value} is not accepted by the ban action ${action}: it ${fault.reason}; ${consequence}${question}`,
      severity: 'error',
      jail: jail.name,
      option: 'port',
      ...(fix && { fix }),
    });
  }
  const place = protocol && /^(?:all|any|ip|0)$/i.test(protocol.value) && placeOf(model, jail, protocol);
  if (protocol !== undefined && place) {
    const tcp = replaceWritten(model.setup, 'write tcp', protocol, 'tcp');
    findings.push({
      at: place,
      message: `protocol = ${protocol.value} is not accepted by the ban action ${action} together with ports, which only tcp, udp and the like have; ${consequence}`,
      severity: 'error',
      jail: jail.name,
      option: 'protocol',
      ...(tcp && { fix: { ...tcp, decision: 'which protocol is blocked' } }),
    });
  }
  return findings;
}

/** All faults of the list at once, as one alone leaves the finding. */
function portFix({ setup }: Model, port: Text, form: PortForm): Fix | undefined {
  const mended = isFromStock(setup, port) ? undefined : mendPorts(port.value, form);
  const fix = mended && replaceWritten(setup, `write ${mended.text}`, port, mended.text);
  return fix && { ...fix, ...(mended.isGuess && { decision: 'which port is meant' }) };
}

/** Ports of the package are sound; what is wrong with them is the action that somebody chose. */
function placeOf(
  { setup }: Model,
  jail: Jail,
  text: Text,
  start = 0,
  end = text.value.length,
): Place | undefined {
  if (!isFromStock(setup, text, start, end)) return atText(text, jail.option('action')?.setting, start, end);
  const chosen = ['action', 'banaction'].map(option => jail.option(option));
  const setting = chosen.find(each => each !== undefined && !isFromStock(setup, each.raw))?.setting;
  return setting && atValue(setting);
}
