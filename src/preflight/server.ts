import type { Command } from '../resolve/command';
import { daemonCommands } from '../resolve/daemon';
import type { JailReading } from '../resolve/jail';
import type { Setup } from '../resolve/setup';
import type { FindLogs } from '../values/find-logs';
import { checkDaemonCommand, type ServerState } from './daemon-checks';
import { checkJailCommand, freshJail } from './jail-checks';
import { checkJailName, checkMistakenCommand, isDaemonSetting } from './jail-name';
import { optionSetting } from './option-text';
import { filePlace, missingFile, type Reason, reasonFor } from './reason';

/** A jail the client sends commands for. */
export interface StartedJail {
  readonly jail: JailReading;
  readonly commands: readonly Command[];
}

/**
 * Everything the server refuses of the commands it gets at start. It stops at the first; here all are looked for, as if each
 * refused command had been left out.
 */
export function checkStream(
  setup: Setup,
  jails: readonly StartedJail[],
  findLogs: FindLogs | undefined,
): readonly Reason[] {
  const state: ServerState = { hasDatabase: false };
  const sound = new Set<string>();
  const reasons: Reason[] = [];
  for (const command of daemonCommands(setup.daemon)) reasons.push(...checkDaemon(setup, command, state));
  for (const started of jails) reasons.push(...checkJail(setup, started, findLogs, state, sound));
  return reasons;
}

function checkDaemon(setup: Setup, command: Command, state: ServerState): readonly Reason[] {
  const { family, options, thread } = setup.daemon;
  const isThread = command[1] === 'thread';
  const option = isThread ? 'stacksize' : String(command[1]);
  const setting =
    family.sections.get(isThread ? 'Thread' : 'Definition')?.get(option) ?? family.defaults.get(option);
  const { text } = (isThread ? thread : options)?.get(option)?.value ?? { text: undefined };
  const subject = { text, setting, jail: undefined, option };
  return checkDaemonCommand(state, setup.daemon, command, setup.release).map(refusal => {
    const reason = reasonFor(setup, refusal, subject, 'down');
    if (text !== undefined || setting !== undefined) return reason;
    return { ...reason, place: filePlace(family.files[0] ?? missingFile(setup, 'fail2ban.conf')) };
  });
}

function checkJail(
  setup: Setup,
  { jail, commands }: StartedJail,
  findLogs: FindLogs | undefined,
  server: ServerState,
  sound: Set<string>,
): readonly Reason[] {
  const { name } = jail;
  const ofName = { text: undefined, setting: undefined, jail: name, option: undefined };
  const taken = checkJailName(name);
  if (taken.length > 0) return taken.map(each => reasonFor(setup, each, ofName, 'down'));
  const state = freshJail(setup, jail, findLogs, sound);
  // what can't be put together is a reason already
  const unread = new Set(jail.errors.flatMap(error => (error.kind === 'option' ? error.option : [])));
  const isMistaken = isDaemonSetting(name, setup.release);
  const reasons: Reason[] = [];
  for (const command of commands) {
    if (command[0] !== 'add' && isMistaken) {
      const [mistaken] = checkMistakenCommand(command, server);
      if (mistaken !== undefined) return [...reasons, reasonFor(setup, mistaken, ofName, 'down')];
      continue;
    }
    const { option, text, refusals } = checkJailCommand(state, command);
    if (refusals.length === 0 || unread.has(option)) continue;
    const subject = { text, setting: optionSetting(setup, jail, option), jail: name, option };
    for (const refusal of refusals) reasons.push(reasonFor(setup, refusal, subject, 'down'));
  }
  return reasons;
}
