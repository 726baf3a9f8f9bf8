import { joinPath } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { findRelease } from '../knowledge/release';
import { compareTexts, describeRelease, stockFile, stockNames } from '../knowledge/stock';
import { createSources, readTextFile, type SourceFile } from './source';

/** A bundled base, and what in a tree speaks for it. */
export interface ChosenBase {
  readonly name: string;
  readonly why: string;
}

/** What nearly everybody has; it counts where nothing speaks for another. */
const usual = 'debian-1.0.2';
/** Newer ones a tree may ask for, the next first. An older one only has what newer ones no longer know, which is a fault to be told. */
const newer = ['1.1.0', '1.1.1', 'master'];

const byRelease: ReadonlyMap<string, string> = new Map([
  ['0.11', '0.11.2'],
  ['1.0', usual],
  ['1.1.0', '1.1.0'],
  ['1.1.1', '1.1.1'],
  ['master', 'master'],
]);

/** The bundled base that fits the files of a tree, or the release it is said to be for (as findRelease takes it). */
export function chooseBase(snapshot: Snapshot, asked: string | undefined): ChosenBase {
  const named = asked === undefined ? undefined : findRelease(asked);
  if (named !== undefined) return { name: byRelease.get(named.name) ?? usual, why: 'that is its release' };
  return byFiles(snapshot) ?? byPaths(snapshot) ?? byNames(snapshot);
}

/** Files taken over unchanged tell it best. */
function byFiles(snapshot: Snapshot): ChosenBase | undefined {
  const names = ['', 'jail.d', 'filter.d', 'action.d'].flatMap(directory =>
    snapshot
      .names(joinPath(snapshot.root, directory).replace(/\/$/, ''))
      .map(name => joinPath(directory, name)),
  );
  const files = names.flatMap(name => readTextFile(snapshot, joinPath(snapshot.root, name)) ?? []);
  const { same } = compareTexts(files);
  const most = Math.max(0, ...same.values());
  const alike = [...same].filter(([, count]) => count === most).map(([name]) => name);
  if (most < fewest) return undefined;
  const name = alike.includes(usual) ? usual : alike.at(-1)!;
  return { name, why: `${most} of its files are those of ${describeRelease(name)}` };
}

const fewest = 3;

function byPaths(snapshot: Snapshot): ChosenBase | undefined {
  const isOfImage = jailFiles(snapshot).some(({ text }) => /\/remotelogs\/|paths-lsio\.conf/.test(text));
  return isOfImage
    ? { name: 'linuxserver', why: 'it names logs as the image of linuxserver.io has them' }
    : undefined;
}

/** What jails ask for and the tree does not bring. */
function byNames(snapshot: Snapshot): ChosenBase {
  const wanted = wantedNames(snapshot).filter(({ releases }) => !releases.includes(usual));
  const counts = newer.map(name => wanted.filter(({ releases }) => releases.includes(name)).length);
  const most = Math.max(...counts);
  if (most === 0) return { name: usual, why: 'nothing in it asks for another release' };
  const name = newer[counts.indexOf(most)]!;
  const first = wanted.find(({ releases }) => releases.includes(name))!;
  return { name, why: `it asks for ${first.what}` };
}

interface Wanted {
  readonly what: string;
  readonly releases: readonly string[];
}

function wantedNames(snapshot: Snapshot): readonly Wanted[] {
  const has = (name: string) => snapshot.entry(joinPath(snapshot.root, name)) !== undefined;
  const want = (kind: 'filter' | 'action', name: string): readonly Wanted[] => {
    const releases = stockNames(kind).get(name);
    if (releases === undefined || has(`${kind}.d/${name}.conf`)) return [];
    return [{ what: `${kind} ${name}`, releases }];
  };
  return jailFiles(snapshot).flatMap(({ tree }) =>
    tree.sections.flatMap(({ name, options }) => {
      const filter = options.find(({ key }) => key === 'filter');
      const calls = options.filter(({ key }) => /^(?:banaction|banaction_allports|action)$/.test(key));
      return [
        ...want('filter', filter === undefined ? name : nameOf(filter.value)),
        ...calls.flatMap(({ value }) => value.split('\n').flatMap(call => want('action', nameOf(call)))),
        ...options.flatMap(({ value }) => wantedOptions(value)),
      ];
    }),
  );
}

/** `%(action_xarf)s`: options of jail.conf and its paths. */
function wantedOptions(value: string): readonly Wanted[] {
  return [...value.matchAll(/%\(([\w-]{1,60})\)s/g)].flatMap(([whole, name = '']) => {
    const releases = optionsOfStock().get(name.toLowerCase());
    return releases === undefined ? [] : [{ what: whole, releases: [...releases] }];
  });
}

let stockOptions: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function optionsOfStock(): ReadonlyMap<string, ReadonlySet<string>> {
  if (stockOptions !== undefined) return stockOptions;
  const found = new Map<string, Set<string>>();
  for (const file of ['jail.conf', 'paths-common.conf', 'paths-debian.conf']) {
    for (const { options } of stockFile(file)?.sections.values() ?? []) {
      for (const [key, values] of options) {
        const releases = found.get(key) ?? new Set<string>();
        found.set(key, releases);
        for (const release of values.flatMap(each => each.releases)) releases.add(release);
      }
    }
  }
  stockOptions = found;
  return found;
}

function nameOf(call: string): string {
  return /^[\w.-]*/.exec(call.trim())![0];
}

function jailFiles(snapshot: Snapshot): readonly SourceFile[] {
  const { root } = snapshot;
  const sources = createSources(snapshot);
  const dropIns = snapshot.names(`${root}/jail.d`).filter(name => /\.(?:conf|local)$/.test(name));
  return ['jail.conf', 'jail.local', ...dropIns.map(name => `jail.d/${name}`)].flatMap(
    name => sources(joinPath(root, name)) ?? [],
  );
}
