import { overlaySnapshot } from '../../src/files/overlay';
import type { Entry, Snapshot } from '../../src/files/snapshot';
import { templateKind } from '../../src/text/template-kind';

/** A snapshot with other files on top, by their names in it; `name` is what the template is called, from which its language is told. */
export function layerOf(
  below: Snapshot,
  files: ReadonlyMap<string, { readonly name: string; readonly text: string }>,
): Snapshot {
  const entries = new Map<string, Entry>();
  for (const [target, { name, text }] of files) {
    const template = templateKind(name, text);
    entries.set(`${below.root}/${target}`, {
      kind: 'text',
      text,
      source: name,
      ...(template && { template }),
    });
  }
  const texts = new Map([...entries].map(([path]) => [path, '']));
  const layered = overlaySnapshot(below, texts);
  const templates = [...entries].flatMap(([path, entry]) => ('template' in entry ? [path] : []));
  return { ...layered, entry: path => entries.get(path) ?? layered.entry(path), templates };
}
