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
export type StockValue = { readonly releases: readonly string[] } & (
  | { readonly value: string; readonly hash?: undefined }
  | { readonly value?: undefined; readonly hash: string }
);

type Kind = 'jail' | 'filter' | 'action';

type FileFacts = readonly [mask: number, sections: Readonly<Record<string, SectionFacts>>];
type SectionFacts = readonly [
  mask: number,
  options: Readonly<Record<string, readonly (readonly [number, string])[]>>,
];

const known = new Map<string, StockFile>();

/** The file of a name in the configuration directory (`filter.d/sshd.conf`) as releases had it; undefined where none had it. */
export function stockFile(name: string): StockFile | undefined {
  const found = known.get(name);
  if (found !== undefined) return found;
  const json = stockFacts.get(name);
  if (json === undefined) return undefined;
  const [mask, sections]: FileFacts = JSON.parse(json);
  const file: StockFile = { releases: releasesOf(mask), sections: sectionsOf(sections) };
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
    [...stockFacts].flatMap(([file, json]) => {
      const name = path.exec(file)?.[1];
      const mask = Number.parseInt(json.slice(1), 10);
      return name === undefined ? [] : [[name, releasesOf(mask)] as const];
    }),
  );
}

/** The releases in which an option of a stock file has this very text; none where it was never stock. */
export function releasesWith(values: readonly StockValue[], text: string): readonly string[] {
  let own: string | undefined;
  const isSame = ({ value, hash }: StockValue) => {
    if (hash === undefined) return value === text;
    own ??= textHash(text);
    return hash === own;
  };
  return values.find(isSame)?.releases ?? [];
}

/** Whether any release or package brings a file of this name. */
export function isStockFile(name: string): boolean {
  return stockTexts.has(name);
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

/** Several rules ask; the same file may have another name for some of them. */
const masks = new WeakMap<StockText['entry'], { readonly name: string; readonly mask: number }>();

function releasesAlike({ name, entry }: StockText): number {
  const known = masks.get(entry);
  if (known?.name === name) return known.mask;
  const mask = findReleasesAlike(name, entry);
  masks.set(entry, { name, mask });
  return mask;
}

function findReleasesAlike(name: string, { text, standsFor, checksum }: StockText['entry']): number {
  const prints = stockTexts.get(name);
  if (prints === undefined || text === undefined) return 0;
  if (standsFor !== undefined) return releasesLike(prints, standsFor);
  // nearly all that were changed have another length
  if (!` ${prints}`.includes(` ${textPrint(text.length, '')}`)) return 0;
  const sum = checksum?.() ?? crc32(new TextEncoder().encode(text));
  const print = ` ${textPrint(text.length, sum.toString(36))} `;
  const at = ` ${prints}`.indexOf(print);
  return at < 0 ? 0 : Number.parseInt(prints.slice(at + print.length - 1), 10);
}

/** The releases that have the same text as one of them. */
function releasesLike(prints: string, release: string): number {
  const bit = 1 << stockReleases.indexOf(release);
  const masks = prints.split(' ').map((word, at) => (at % 2 === 0 ? 0 : Number(word)));
  return masks.find(mask => (mask & bit) !== 0) ?? 0;
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
        const releases = releasesOf(mask);
        return text.startsWith('=') ? { releases, value: text.slice(1) } : { releases, hash: text };
      }),
    ]),
  );
}

const releasesByMask = new Map<number, readonly string[]>();

function releasesOf(mask: number): readonly string[] {
  const releases =
    releasesByMask.get(mask) ?? stockReleases.filter((_, index) => (mask & (1 << index)) !== 0);
  releasesByMask.set(mask, releases);
  return releases;
}
