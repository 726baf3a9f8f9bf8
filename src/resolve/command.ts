import type { Text } from '../text/text';
import { pythonRepr } from './python-repr';
import type { TypedValue } from './read-table';

/** One command the client sends to the server. Texts keep the places they come from. */
export type Command = readonly Argument[];

export type Argument =
  | string
  | Text
  | boolean
  | bigint
  | null
  | readonly Argument[]
  | ReadonlyMap<string, Argument>;

/** A command as `fail2ban-client -d` prints it: Python's `repr` of a list. */
export function formatCommand(command: Command): string {
  return formatArgument(command);
}

function formatArgument(argument: Argument): string {
  if (typeof argument === 'string') return pythonRepr(argument);
  if (typeof argument === 'boolean') return argument ? 'True' : 'False';
  if (typeof argument === 'bigint') return argument.toString();
  if (argument === null) return 'None';
  if (isList(argument)) return `[${argument.map(formatArgument).join(', ')}]`;
  if (argument instanceof Map) {
    return `{${[...argument].map(([key, value]) => `${pythonRepr(key)}: ${formatArgument(value)}`).join(', ')}}`;
  }
  return pythonRepr((argument as Text).value);
}

function isList(argument: Argument): argument is readonly Argument[] {
  return Array.isArray(argument);
}

/** A value as it is sent: a number that is none goes out as None. */
export function argumentOf(value: TypedValue): Argument {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'nothing':
      return null;
    default:
      return value.value;
  }
}
