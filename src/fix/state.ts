import { overlaySnapshot } from '../files/overlay';
import type { Snapshot } from '../files/snapshot';
import { type LintConfig, lint, type Outcome } from '../lint/lint';
import type { TextEdit } from './text-edit';
import { applyEdits } from './text-edit';

/** A configuration with the fixes made so far, all in memory. */
export interface FixState {
  readonly outcome: Outcome;
  /** New texts by path; undefined for a file that is gone. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Lints a configuration as it is on disk, and with other texts. */
export interface Workbench {
  readonly start: FixState;
  /** The state with some edits made, for edits planned on `state`. */
  edit(state: FixState, edits: readonly TextEdit[], removed: readonly string[]): FixState;
}

export function createWorkbench(
  snapshot: Snapshot,
  config: LintConfig,
  start = lint(snapshot, config),
): Workbench {
  return {
    start: { outcome: start, texts: new Map() },
    edit(state, edits, removed) {
      const texts = new Map(state.texts);
      for (const path of new Set(edits.map(each => each.path))) {
        const text = textOf(state, path, snapshot, config.sshdSnapshot);
        texts.set(
          path,
          applyEdits(
            text,
            edits.filter(each => each.path === path),
          ),
        );
      }
      for (const path of removed) texts.set(path, undefined);
      const { sshdSnapshot } = config;
      const outcome = lint(overlaySnapshot(snapshot, texts), {
        ...config,
        ...(sshdSnapshot !== undefined && { sshdSnapshot: overlaySnapshot(sshdSnapshot, texts) }),
      });
      return { outcome, texts };
    },
  };
}

function textOf({ texts }: FixState, path: string, ...snapshots: readonly (Snapshot | undefined)[]): string {
  const changed = texts.get(path);
  if (changed !== undefined) return changed;
  for (const snapshot of snapshots) {
    const entry = snapshot?.entry(path);
    if (entry?.kind === 'text') return entry.text;
  }
  return '';
}
