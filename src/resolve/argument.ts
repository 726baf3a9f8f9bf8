import type { Text } from '../text/text';
import type { Argument } from './command';

/** The text of an argument that is one; undefined for numbers, lists and names fail2ban itself makes. */
export function argumentText(argument: Argument | undefined): Text | undefined {
  if (typeof argument !== 'object' || argument === null || !('origin' in argument)) return undefined;
  return argument;
}
