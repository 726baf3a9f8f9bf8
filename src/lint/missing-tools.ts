import { blockerOf, isExtraProgram } from '../knowledge/programs';
import { type ShellCommand, shellCommands } from '../values/shell/commands';
import type { ActionScript, JailAction } from './jail-actions';

/** Programs an action runs that a host doesn't have. */
export interface MissingTools {
  /** In the order in which they are run. */
  readonly tools: readonly string[];
  /** Whether they are missing for addresses of IPv6 only. */
  readonly onlyIpv6: boolean;
}

/** `commands` are the names of the programs a host has. Undefined where it has all that the action can't do without. */
export function missingTools(action: JailAction, commands: ReadonlySet<string>): MissingTools | undefined {
  const usual = lackingIn(action, 'inet4', commands);
  if (usual.length > 0) return { tools: usual, onlyIpv6: false };
  const further = lackingIn(action, 'inet6', commands);
  return further.length > 0 ? { tools: further, onlyIpv6: true } : undefined;
}

const options = ['actionstart', 'actioncheck', 'actionban', 'actionunban'] as const;

function lackingIn(
  action: JailAction,
  family: 'inet4' | 'inet6',
  commands: ReadonlySet<string>,
): readonly string[] {
  const tools = new Set<string>();
  for (const option of options) {
    const script = action.script(option, family);
    for (const command of script.commands) {
      const { program } = command;
      if (!isExtraProgram(program) || commands.has(program) || canDoWithout(script, command)) continue;
      if (isFallback(script, command, commands)) continue;
      tools.add(program);
    }
  }
  return [...tools];
}

/** Whether the script says what to do without a program: behind `||`, or by asking whether it is there. */
function canDoWithout({ text: { value } }: ActionScript, { program, otherwise }: ShellCommand): boolean {
  const asks = new RegExp(`(?:\\bcommand -[vV]|\\bwhich|\\btype|\\bhash|-x) +\\S*${program}\\b`);
  if (asks.test(value)) return true;
  if (otherwise === undefined) return false;
  if (blockerOf(program) === undefined) return true;
  const others = shellCommands(value.slice(otherwise.start, otherwise.end));
  return others.some(other => other.program !== program && blockerOf(other.program) !== undefined);
}

/** Whether a command is what runs if another fails whose program is there. */
function isFallback(
  script: ActionScript,
  { program, words }: ShellCommand,
  commands: ReadonlySet<string>,
): boolean {
  const { start } = words[0]!;
  return script.commands.some(
    other =>
      other.otherwise !== undefined &&
      other.otherwise.start <= start &&
      start < other.otherwise.end &&
      other.program !== program &&
      isExtraProgram(other.program) &&
      commands.has(other.program),
  );
}
