import { crc32 } from '../text/crc32';
import { textHash } from '../text/text-hash';
import { stockFacts, stockReleases, stockTexts } from './stock-facts';
import { textPrint } from './text-print';

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
type TextFacts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type FileFacts = readonly [mask: number, sections: Readonly<Record<string, SectionFacts>>];
type SectionFacts = readonly [
  mask: number,
  options: Readonly<Record<string, readonly (readonly [number, string])[]>>,
];

const known = new Map<string, StockFile>();
let facts: ReadonlyMap<string, FileFacts> | undefined;
let texts: ReadonlyMap<string, TextFacts[string]> | undefined;

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
  const names = namesByKind.get(kind) ?? (kind === 'jail' ? jailNames() : fileNames(kind));
  namesByKind.set(kind, names);
  return names;
}

const namesByKind = new Map<Kind, ReadonlyMap<string, readonly string[]>>();

function jailNames(): ReadonlyMap<string, readonly string[]> {
  const sections = [...(stockFile('jail.conf')?.sections ?? [])];
  return new Map(
    sections
      .filter(([name]) => name !== 'DEFAULT' && name !== 'INCLUDES')
      .map(([name, section]) => [name, section.releases]),
  );
}

function fileNames(kind: Kind): ReadonlyMap<string, readonly string[]> {
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

/** Whether any release or package brings a file of this name. */
export function isStockFile(name: string): boolean {
  return allTexts().has(name);
}

/** A file as far as it tells which release it is from. */
interface StockText {
  readonly name: string;
  /** Without a text for what can't be read. */
  readonly entry: {
    readonly kind: string;
    readonly text?: string;
    readonly checksum?: () => number;
    readonly standsFor?: string;
  };
}

/** Whether a file is, to the byte, as some release or package has it. */
export function isUnchangedStock(file: StockText): boolean {
  return releasesAlike(file) > 0;
}

/** Counts by release the files that are as it has them, to the byte, and collects the others that any release has. */
export function compareTexts<T extends StockText>(
  files: Iterable<T>,
): { readonly same: ReadonlyMap<string, number>; readonly known: number; readonly others: readonly T[] } {
  const counts = new Map<number, number>();
  const others: T[] = [];
  let known = 0;
  for (const file of files) {
    if (!isStockFile(file.name)) continue;
    known++;
    const mask = releasesAlike(file);
    if (mask === 0) others.push(file);
    else counts.set(mask, (counts.get(mask) ?? 0) + 1);
  }
  const same = new Map<string, number>();
  for (const [mask, count] of counts) {
    for (const release of releasesOf(mask)) same.set(release, (same.get(release) ?? 0) + count);
  }
  return { same, known, others };
}

function releasesAlike({ name, entry }: StockText): number {
  const prints = allTexts().get(name);
  const { text, standsFor } = entry;
  if (prints === undefined || text === undefined) return 0;
  if (standsFor !== undefined) return releasesLike(prints, standsFor);
  const { checksum = () => crc32(new TextEncoder().encode(text)) } = entry;
  const length = textPrint(text.length, 0).slice(0, -1);
  for (const print in prints) {
    if (print.startsWith(length)) return prints[textPrint(text.length, checksum())] ?? 0;
  }
  return 0;
}

/** The releases that have the same text as one of them. */
function releasesLike(prints: TextFacts[string], release: string): number {
  const bit = 1 << stockReleases.indexOf(release);
  return Object.values(prints).find(mask => (mask & bit) !== 0) ?? 0;
}

function allTexts(): ReadonlyMap<string, TextFacts[string]> {
  texts ??= new Map(Object.entries(JSON.parse(stockTexts) as TextFacts));
  return texts;
}

const packageNames: ReadonlyMap<string, string> = new Map([
  ['debian-1.0.2', 'fail2ban 1.0.2 of Debian 12'],
  ['epel7-0.9', 'fail2ban 0.9 of EPEL 7'],
  ['epel7-0.11', 'fail2ban 0.11 of EPEL 7'],
  ['linuxserver', 'the image of linuxserver.io'],
  ['master', 'the newest fail2ban'],
]);

/** A release or package as one calls it in a sentence: `debian-1.0.2` is fail2ban 1.0.2 of Debian 12. */
export function describeRelease(release: string): string {
  return packageNames.get(release) ?? `fail2ban ${release}`;
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
