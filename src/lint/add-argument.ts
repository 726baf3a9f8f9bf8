import type { Setup } from '../resolve/setup';
import type { Text } from '../text/text';
import type { Fix } from './fix';
import { replaceWritten } from './make-fix';

/** Gives a call (`iptables[name=web]`) one argument more, written as in the file: `port="%(port)s"`. */
export function addArgument(setup: Setup, title: string, call: Text, argument: string): Fix | undefined {
  const { value } = call;
  const end = value.length;
  if (!value.endsWith(']')) return replaceWritten(setup, title, call, `[${argument}]`, end, end);
  const separator = /\[\s*\]$/.test(value) ? '' : /,\s*\]$/.test(value) ? ' ' : ', ';
  return replaceWritten(setup, title, call, `${separator}${argument}]`, end - 1, end);
}
