import { memorySnapshot } from '../../src/files/snapshot';
import { findRelease } from '../../src/knowledge/release';
import { effectiveOption } from '../../src/resolve/effective';
import { commandLines, resolve, type Setup } from '../../src/resolve/setup';

/** Resolves files given by their names in the configuration directory. */
export function resolveTree(files: Readonly<Record<string, string>>, release = '1.0'): Setup {
  return resolve(memorySnapshot(new Map(Object.entries(files))), findRelease(release)!);
}

/** The value of `jail.option` before any filter is read, or the kind of the error that stands in its place. */
export function valueIn(files: Readonly<Record<string, string>>, section: string, option: string): string {
  const result = effectiveOption(resolveTree(files).jailLookup, section, option)?.result;
  if (result === undefined) return '(not set)';
  return result.kind === 'text'
    ? result.text.value
    : `(${result.kind === 'error' ? result.error.kind : result.kind})`;
}

/** The lines `fail2ban-client -d` would print that speak of one jail. */
export function commandsOf(files: Readonly<Record<string, string>>, release = '1.0'): readonly string[] {
  return commandLines(resolveTree(files, release)).filter(
    line => !/^\['set', '(?:sys|log|allow|db)/.test(line),
  );
}
