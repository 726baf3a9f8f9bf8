import type { ActionUse } from '../resolve/jail';
import type { Text } from '../text/text';
import type { PortForm } from '../values/port-list';
import type { Jail } from './model';

/** An action of a jail whose commands are bound to the ports of the jail. */
export interface PortUse {
  /** As the jail names it: `iptables-multiport`. */
  readonly action: string;
  readonly form: PortForm;
  readonly port: Text;
  /** Undefined where the commands don't ask for it. */
  readonly protocol: Text | undefined;
}

/** How the actions of an enabled jail use its ports, told by their commands; actions that don't are left out. */
export function portUses({ reading }: Jail): readonly PortUse[] {
  return reading.actions.flatMap(action => (action.kind === 'command' ? (portUse(action) ?? []) : []));
}

const commandNames = ['actionstart', 'actioncheck', 'actionban'];

function portUse({ name, texts }: Extract<ActionUse, { kind: 'command' }>): PortUse | undefined {
  const port = texts.get('port');
  if (port === undefined || port.value === '') return undefined;
  const commands = commandNames.map(each => texts.get(each)?.value ?? '').join('\n');
  const form = formOf(commands, port.value);
  if (form === undefined) return undefined;
  const protocol = texts.get('protocol');
  const asks =
    protocol !== undefined &&
    (commands.includes(`-p ${protocol.value} `) || commands.includes(`echo '${protocol.value}'`));
  return { action: name.value, form, port, protocol: asks ? protocol : undefined };
}

function formOf(commands: string, port: string): PortForm | undefined {
  if (commands.includes(`--dports ${port}`)) return 'multiport';
  if (commands.includes(`--dport ${port}`)) return 'oneport';
  const [, braces] = /\\?dport \\?\{ (.{0,2000}?)\\?\}/.exec(commands) ?? [];
  return braces?.includes(port) ? 'set' : undefined;
}
