import { textHash } from '../text/text-hash';
import { stockFacts, stockReleases } from './stock-facts';

/** What releases of fail2ban, and packages of distributions, have in one configuration file. */
export interface StockFile {
  /** Oldest first: `0.9.7`, `debian-1.0.2`. */
  readonly releases: readonly string[];
  /** Every section of any release, with every option and what it was set to. */
  readonly sections: ReadonlyMap<string, StockSection>;
}

export interface StockSection {
  readonly releases: readonly string[];
  readonly options: ReadonlyMap<string, readonly StockValue[]>;
}

/** One value of an option. Regexes, commands and long texts are known by their hash only. */
export interface StockValue {
  readonly releases: readonly string[];
  readonly value: string | undefined;
  readonly hash: string;
}

type Kind = 'jail' | 'filter' | 'action';

type Facts = Readonly<Record<string, FileFacts>>;
type FileFacts = readonly [mask: number, sections: Readonly<Record<string, SectionFacts>>];
type SectionFacts = readonly [
  mask: number,
  options: Readonly<Record<string, readonly (readonly [number, string])[]>>,
];

const known = new Map<string, StockFile>();
let facts: ReadonlyMap<string, FileFacts> | undefined;

/** The file of a name in the configuration directory (`filter.d/sshd.conf`) as releases had it; undefined where none had it. */
export function stockFile(name: string): StockFile | undefined {
  const found = known.get(name);
  if (found !== undefined) return found;
  const raw = allFacts().get(name);
  if (raw === undefined) return undefined;
  const file: StockFile = { releases: releasesOf(raw[0]), sections: sectionsOf(raw[1]) };
  known.set(name, file);
  return file;
}

/** Names of jails, filters or actions with the releases that have them, oldest first. */
export function stockNames(kind: Kind): ReadonlyMap<string, readonly string[]> {
  if (kind === 'jail') {
    const sections = [...(stockFile('jail.conf')?.sections ?? [])];
    return new Map(
      sections
        .filter(([name]) => name !== 'DEFAULT' && name !== 'INCLUDES')
        .map(([name, section]) => [name, section.releases]),
    );
  }
  const path = new RegExp(`^${kind}\\.d/(.+)\\.conf$`);
  return new Map(
    [...allFacts()].flatMap(([file, [mask]]) => {
      const name = path.exec(file)?.[1];
      return name === undefined ? [] : [[name, releasesOf(mask)] as const];
    }),
  );
}

/** The releases in which an option of a stock file has this very text; none where it was never stock. */
export function releasesWith(values: readonly StockValue[], text: string): readonly string[] {
  const hash = textHash(text);
  return values.find(value => value.hash === hash)?.releases ?? [];
}

function allFacts(): ReadonlyMap<string, FileFacts> {
  facts ??= new Map(Object.entries(JSON.parse(stockFacts) as Facts));
  return facts;
}

function sectionsOf(sections: FileFacts[1]): StockFile['sections'] {
  return new Map(
    Object.entries(sections).map(([name, [mask, options]]) => [
      name,
      { releases: releasesOf(mask), options: optionsOf(options) },
    ]),
  );
}

function optionsOf(options: SectionFacts[1]): StockSection['options'] {
  return new Map(
    Object.entries(options).map(([key, values]) => [
      key,
      values.map(([mask, text]) => {
        const value = text.startsWith('=') ? text.slice(1) : undefined;
        return { releases: releasesOf(mask), value, hash: value === undefined ? text : textHash(value) };
      }),
    ]),
  );
}

function releasesOf(mask: number): readonly string[] {
  return stockReleases.filter((_, index) => (mask & (1 << index)) !== 0);
}
