import { type Entry, memorySnapshot, type Snapshot } from '../files/snapshot';
import { baseTexts } from '../knowledge/base-texts';
import { unpackText } from '../knowledge/packed-text';
import { stockReleases } from '../knowledge/stock-facts';

type Texts = Readonly<Record<string, readonly (readonly [mask: number, text: string])[]>>;

let texts: Texts | undefined;

/** Names of the bundled bases, oldest first. */
export const baseNames: readonly string[] = stockReleases;

/** The files of a release as texts that stand for them, as if they lay in `root`; undefined for a release that isn't known. */
export function bundledBase(name: string, root: string): Snapshot | undefined {
  const index = stockReleases.indexOf(name);
  if (index < 0) return undefined;
  texts ??= JSON.parse(baseTexts) as Texts;
  const files = new Map<string, Entry>();
  for (const [file, known] of Object.entries(texts)) {
    const found = known.find(([mask]) => (mask & (1 << index)) !== 0);
    if (found !== undefined) files.set(file, { kind: 'text', text: unpackText(found[1]), standsFor: name });
  }
  const snapshot = memorySnapshot(files, root);
  // as on a disk, where no directory lists itself
  return { ...snapshot, entry: path => (/(?:^|\/)\.\.?$/.test(path) ? undefined : snapshot.entry(path)) };
}
