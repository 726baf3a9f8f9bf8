import { piecesOf } from '../text/pieces';
import type { JailAction } from './jail-actions';
import type { Jail } from './model';

/**
 * The port an action blocks because its call passes none, where that is the one of ssh: `[Init]` of most stock actions says
 * `port = ssh`. Undefined where the port makes no difference to what it does.
 */
export function fallbackPort(action: JailAction): string | undefined {
  if (action.kind?.kind !== 'ban' || action.parameters.has('port')) return undefined;
  const port = action.text('port');
  if (port === undefined || !isSsh(port.value)) return undefined;
  const [written] = piecesOf(port);
  const isBlocked = ['actionban', 'actionstart'].some(option =>
    piecesOf(action.script(option).text).some(
      ({ file, start }) => file === written?.file && start === written.start,
    ),
  );
  return isBlocked ? port.value : undefined;
}

/** The ports a jail is for; undefined where it doesn't say. */
export function guardedPorts(jail: Jail): string | undefined {
  const port = jail.text('port')?.trim() ?? '';
  return /^(?:|all|any|[01]:65535)$/.test(port) ? undefined : port;
}

/** Whether a jail is for ssh on its usual port and nothing else. */
export function guardsSshPort(jail: Jail): boolean {
  const ports = guardedPorts(jail);
  if (ports !== undefined) return ports.split(',').every(isSsh);
  return /ssh|dropbear/i.test(jail.reading.filter?.name.value ?? jail.name);
}

function isSsh(port: string): boolean {
  return /^(?:ssh|22)$/.test(port.trim());
}
