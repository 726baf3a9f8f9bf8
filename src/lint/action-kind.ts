import type { ActionKind } from '../knowledge/actions';
import { blockerOf, type Firewall, isHarmless, isMailer } from '../knowledge/programs';
import type { ShellCommand } from '../values/shell/commands';

/** The firewall a command tells to block an address; undefined where it does something else. */
export function blockedBy({ program, words }: ShellCommand): Firewall | undefined {
  const blocker = blockerOf(program);
  const text = words
    .slice(1)
    .map(word => word.value)
    .join(' ');
  return blocker?.blocks(text) ? blocker.firewall : undefined;
}

/** What an action is for, by the commands of its `actionban` and `actionstart`; undefined where they don't tell. */
export function kindOfCommands(
  ban: readonly ShellCommand[],
  start: readonly ShellCommand[],
): ActionKind | undefined {
  const firewalls = new Set([...ban, ...start].flatMap(command => blockedBy(command) ?? []));
  if (ban.some(command => blockedBy(command) !== undefined)) {
    const [only] = firewalls;
    return { kind: 'ban', firewall: firewalls.size === 1 ? only : undefined };
  }
  if (firewalls.size > 0 || ban.some(writesFile)) return undefined;
  if (!ban.every(({ program }) => isHarmless(program) || isMailer(program))) return undefined;
  return { kind: ban.some(({ program }) => isMailer(program)) ? 'mail' : 'nothing' };
}

/** What is written to a file may be a list somebody else blocks by. */
function writesFile({ outputs, program, words }: ShellCommand): boolean {
  if (program === 'sed' && words.some(({ value }) => value.startsWith('-i'))) return true;
  return program === 'touch' || outputs.some(({ value }) => !/^\/dev\/|\.log$|^\d$/.test(value));
}
