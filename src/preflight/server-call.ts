import type { Release } from '../knowledge/release';
import { type ParsedCall, parseCall } from '../resolve/parameters';
import type { Text } from '../text/text';

/** `NAME[key=value]` as the server reads it: unlike a filter or action it can't be empty (`extractOptions` of helpers.py). */
export function parseServerCall(text: Text, release: Release): ParsedCall {
  if (text.value !== '') return parseCall(text, release);
  return { kind: 'error', error: { reason: 'unexpected option syntax', start: 0, end: 0 } };
}
