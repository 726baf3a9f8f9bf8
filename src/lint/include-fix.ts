import { directoryOf, joinPath } from '../files/posix-path';
import type { Setup } from '../resolve/setup';
import type { Fix } from './fix';
import { changesOfFile, replaceWritten, together } from './make-fix';
import type { MissingInclude } from './missing-includes';

/** Another file in the place of one that isn't there; undefined where that isn't there either. */
export function includeFix(setup: Setup, include: MissingInclude, name: string): Fix | undefined {
  const { setting, start, name: missing } = include;
  const { text, file } = setting;
  const target = setup.sources(joinPath(directoryOf(file.path), name));
  if (target?.entry.kind !== 'text' || !text.value.startsWith(missing, start)) return undefined;
  const title = `include ${name}`;
  const fix = replaceWritten(setup, title, text, name, start, start + missing.length);
  const brought = { edits: [], changes: changesOfFile(undefined, target, () => true) };
  return fix && together(title, [fix, brought], 'which file is meant');
}
