import type { Entry } from '../../src/files/snapshot';
import { memorySnapshot } from '../../src/files/snapshot';
import type { Facts } from '../../src/host/facts';
import { findRelease } from '../../src/knowledge/release';
import { locate } from '../../src/lint/place';
import { rangeOf } from '../../src/lint/run-rule';
import { type Preflight, preflight } from '../../src/preflight/preflight';
import { createPlaces } from '../../src/resolve/places';
import { resolve, type Setup } from '../../src/resolve/setup';

export type Tree = Readonly<Record<string, string | Entry>>;

/** A small configuration that comes up: one jail `test` with a filter and an action. */
export const soundTree: Tree = {
  'fail2ban.conf': '[Definition]\n',
  'jail.conf': jailFile('test', ''),
  'filter.d/test.conf': '[Definition]\nfailregex = ^x <HOST>$\n',
  'action.d/dummy.conf': '[Definition]\nactionban = echo <ip>\n[Init]\ninit = 1\n',
  'action.d/only.conf': '[Definition]\n',
  'action.d/empty.conf': '[Init]\n',
};

/** `jail.conf` with one jail; `lines` come first, what they leave out is set as in the sound tree. */
export function jailFile(name: string, lines: string): string {
  const defaults = { filter: 'test', logpath: '/x', backend: 'auto', action: 'dummy' };
  const missing = Object.entries(defaults).filter(([option]) => !new RegExp(`^${option} =`, 'm').test(lines));
  return [`[${name}]`, 'enabled = true', lines, ...missing.map(pair => pair.join(' = ')), ''].join('\n');
}

export function setupOf(tree: Tree, release = '1.0'): Setup {
  const files = new Map(Object.entries({ ...soundTree, ...tree }));
  return resolve(memorySnapshot(files), findRelease(release)!);
}

export function predict(tree: Tree, release = '1.0', facts: Facts = {}): Preflight {
  return preflight(setupOf(tree, release), facts);
}

/** Each reason as `rule file:line:column text it stands at`. */
export function reasonsOf(tree: Tree, release = '1.0', facts: Facts = {}): readonly string[] {
  const setup = setupOf(tree, release);
  const places = createPlaces(setup.sources);
  return preflight(setup, facts).reasons.map(({ rule, place }) => {
    const { file, start } = rangeOf(place, setup, places);
    const { span } = locate(place, setup.sources);
    const text = file.text.slice(span.start, span.end);
    return `${rule} ${file.name}:${start.line}:${start.column} ${text}`.trimEnd();
  });
}
