import type { Entry } from '../files/snapshot';

/** What stands in a file, for edits and patches; one that is not UTF-8 as Latin-1, a character for each byte. */
export function writtenText(entry: Entry): string {
  if (entry.kind === 'text') return entry.text;
  return (entry.kind === 'undecodable' && entry.bytes) || '';
}
