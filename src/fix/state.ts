import { overlaySnapshot } from '../files/overlay';
import type { Entry, Snapshot } from '../files/snapshot';
import { type LintConfig, lint, type Outcome } from '../lint/lint';
import type { TextEdit } from './text-edit';
import { applyEdits } from './text-edit';
import { writtenText } from './written-text';

/** A configuration with the fixes made so far, all in memory. */
export interface FixState {
  readonly outcome: Outcome;
  /** New texts by path; undefined for a file that is gone. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Lints a configuration as it is on disk, and with other texts. */
export interface Workbench {
  readonly start: FixState;
  /** A file as it was read. */
  entry(path: string): Entry | undefined;
  /** Its text; one that is not UTF-8 as Latin-1, empty where there is none. */
  text(path: string): string;
  /** The state with some edits made, for edits planned on `state`. */
  edit(state: FixState, edits: readonly TextEdit[], removed: readonly string[]): FixState;
}

export function createWorkbench(
  snapshot: Snapshot,
  config: LintConfig,
  start = lint(snapshot, config),
): Workbench {
  const { sshdSnapshot } = config;
  const entry = (path: string) => snapshot.entry(path) ?? sshdSnapshot?.entry(path);
  function text(path: string): string {
    const found = entry(path);
    return found === undefined ? '' : writtenText(found);
  }
  return {
    start: { outcome: start, texts: new Map() },
    entry,
    text,
    edit(state, edits, removed) {
      const texts = new Map(state.texts);
      for (const path of new Set(edits.map(each => each.path))) {
        const ofFile = edits.filter(each => each.path === path);
        texts.set(path, applyEdits(state.texts.get(path) ?? text(path), ofFile));
      }
      for (const path of removed) texts.set(path, undefined);
      const outcome = lint(overlaySnapshot(snapshot, texts), {
        ...config,
        ...(sshdSnapshot !== undefined && { sshdSnapshot: overlaySnapshot(sshdSnapshot, texts) }),
      });
      return { outcome, texts };
    },
  };
}
