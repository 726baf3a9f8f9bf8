import type { Command } from '../resolve/command';
import { daemonCommands } from '../resolve/daemon';
import type { JailReading } from '../resolve/jail';
import { jailCommands } from '../resolve/jail-commands';
import type { Setup } from '../resolve/setup';
import { checkDaemonCommand, type ServerState } from './daemon-checks';
import { checkJailCommand, freshJail } from './jail-checks';
import { checkJailName, checkMistakenCommand, isDaemonSetting } from './jail-name';
import { optionSetting } from './option-text';
import { type Reason, reasonFor } from './reason';

/**
 * Everything the server refuses of the commands it gets at start. It stops at the first; here all are looked for, as if each
 * refused command had been left out.
 */
export function checkStream(setup: Setup, jails: readonly JailReading[]): readonly Reason[] {
  const state: ServerState = { hasDatabase: false };
  const reasons: Reason[] = [];
  for (const command of daemonCommands(setup.daemon)) {
    const name = command[1] === 'thread' ? 'stacksize' : String(command[1]);
    const section = command[1] === 'thread' ? 'Thread' : 'Definition';
    const { family, options, thread } = setup.daemon;
    const read = command[1] === 'thread' ? thread?.get(name) : options.get(name);
    const setting = family.sections.get(section)?.get(name) ?? family.defaults.get(name);
    const subject = { text: read?.value.text, setting, jail: undefined, option: name };
    for (const refusal of checkDaemonCommand(state, setup.daemon, command, setup.release)) {
      reasons.push(reasonFor(setup, refusal, subject, 'down'));
    }
  }
  for (const jail of jails) {
    const { commands } = jailCommands(jail, setup.release, setup.snapshot.root);
    reasons.push(...checkJail(setup, jail, commands, state));
  }
  return reasons;
}

function checkJail(
  setup: Setup,
  jail: JailReading,
  commands: readonly Command[],
  server: ServerState,
): readonly Reason[] {
  const { name } = jail;
  const ofName = { text: undefined, setting: undefined, jail: name, option: undefined };
  const taken = checkJailName(name);
  if (taken.length > 0) return taken.map(each => reasonFor(setup, each, ofName, 'down'));
  const state = freshJail(setup, jail);
  const reasons: Reason[] = [];
  for (const command of commands) {
    if (command[0] !== 'add' && isDaemonSetting(name, setup.release)) {
      const [mistaken] = checkMistakenCommand(command, server);
      if (mistaken !== undefined) return [...reasons, reasonFor(setup, mistaken, ofName, 'down')];
      continue;
    }
    const { option, text, refusals } = checkJailCommand(state, command);
    const subject = { text, setting: optionSetting(setup, jail, option), jail: name, option };
    for (const refusal of refusals) reasons.push(reasonFor(setup, refusal, subject, 'down'));
  }
  return reasons;
}
