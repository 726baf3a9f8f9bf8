import { type Entry, memorySnapshot, type Snapshot } from '../files/snapshot';
import { baseTexts } from '../knowledge/base-texts';
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
    if (found !== undefined) files.set(file, { kind: 'text', text: unpacked(found[1]), standsFor: name });
  }
  return memorySnapshot(files, root);
}

function unpacked(text: string): string {
  return text.replace(/^#(\d+)$/gm, (_, count: string) => '#\n'.repeat(Number(count)).slice(0, -1));
}
