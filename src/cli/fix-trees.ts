import { isUtf8 } from 'node:buffer';
import { relative, resolve, sep } from 'node:path';
import type { FileChange } from '../files/file-change';
import { overlaySnapshot } from '../files/overlay';
import { recover } from '../files/recover';
import { type Snapshot, sourceOf } from '../files/snapshot';
import { writeFiles } from '../files/write';
import { applyFixes, type FixRun } from '../fix/apply-fixes';
import { judgeFixes } from '../fix/judge-fixes';
import { unifiedDiff } from '../fix/patch';
import { createWorkbench, type FixState, type Workbench } from '../fix/state';
import { writtenText } from '../fix/written-text';
import type { Diagnostic } from '../lint/finding';
import type { LintConfig, Outcome } from '../lint/lint';
import { printable } from '../text/printable';
import { type Io, UserError } from './io';

/** A tree with all that is needed to lint it again. */
export interface LintedTree {
  /** Where its files are written to, new ones at least. */
  readonly directory: string;
  readonly snapshot: Snapshot;
  readonly config: LintConfig;
  /** What the whole tree gave. */
  readonly outcome: Outcome;
  /** Name of the one file that was asked for. */
  readonly file: string | undefined;
  /** Whether a finding is to be shown, and its fix to be made. */
  readonly shows: (diagnostic: Diagnostic) => boolean;
}

/** `safe`: what is proven and leaves nothing to decide; `all`: also what the admin decides by asking for it. */
export type FixMode = 'safe' | 'all';

/** A tree with its fixes made, in memory. */
export interface FixedTree {
  readonly tree: LintedTree;
  readonly changes: readonly FileChange[];
}

/** Makes the fixes of a tree in memory. Of one file only findings in it are fixed, though a fix may write elsewhere. */
export function fixTree(tree: LintedTree, mode: FixMode): FixedTree {
  const workbench = workbenchFor(tree);
  const run = applyFixes(workbench, mode === 'all', tree.shows);
  return { tree: { ...tree, ...afterwards(tree, run) }, changes: changesOf(workbench, run.state) };
}

function afterwards({ snapshot, config }: LintedTree, run: FixRun): Partial<LintedTree> {
  const { outcome, texts } = run.state;
  const { sshdSnapshot } = config;
  return {
    snapshot: overlaySnapshot(snapshot, texts),
    config: {
      ...config,
      ...(sshdSnapshot !== undefined && { sshdSnapshot: overlaySnapshot(sshdSnapshot, texts) }),
    },
    outcome: { ...outcome, fixed: run },
  };
}

/** The proven fixes of the findings of a tree. */
export function judgeTree(tree: LintedTree): NonNullable<Outcome['fixes']> {
  return judgeFixes(workbenchFor(tree), tree.shows);
}

function workbenchFor({ snapshot, config, outcome }: LintedTree): Workbench {
  return createWorkbench(snapshot, config, outcome);
}

/** The files that are different in a state, with their bytes. */
export function changesOf({ entry }: Workbench, { texts }: FixState): readonly FileChange[] {
  return [...texts].flatMap(([path, after]) => {
    const found = entry(path);
    const isText = found?.kind === 'text';
    const before = isText || found?.kind === 'undecodable' ? writtenText(found) : undefined;
    if (isText && before === after) return [];
    const like = path.replace(/\.local$/, '.conf');
    return [
      {
        path: sourceOf(found, path),
        before: bytes(before, isText ? 'utf8' : 'latin1'),
        after: bytes(after),
        like,
      },
    ];
  });
}

function bytes(text: string | undefined, encoding: 'utf8' | 'latin1' = 'utf8'): Uint8Array | undefined {
  return text === undefined ? undefined : Buffer.from(text, encoding);
}

/** Undoes what an interrupted run has left half done, before the tree is read; what stands in the way is a UserError. */
export function recoverTree(directory: string, io: Io): void {
  const result = recover(directory);
  if (result.kind === 'failed') throw new UserError(`${result.path}: ${result.reason}`);
  for (const path of result.restored)
    io.writeError(`f2blint: ${printable(path)} has its content from before an interrupted run again\n`);
  for (const path of result.changed)
    io.writeError(`f2blint: ${printable(path)} was changed after an interrupted run and is left as it is\n`);
}

/** Writes all changes of a tree, or none: then a UserError says why. */
export function writeTree(directory: string, changes: readonly FileChange[], io: Io): void {
  const result = writeFiles(directory, changes);
  if (result.kind === 'written') {
    for (const path of result.detached)
      io.writeError(`f2blint: ${printable(path)} had other names (hard links), which keep the old content\n`);
    return;
  }
  const left = result.left.map(each => `${each.path}: ${each.reason}`).join('; ');
  throw new UserError(
    `${result.path} cannot be written: ${result.reason}`,
    left === '' ? 'nothing was changed' : `not as it was before: ${left}`,
  );
}

/** The changes as a patch for the working directory; as bytes where a file is not UTF-8. */
export function patchOf(changes: readonly FileChange[]): string | Uint8Array {
  const patch = unifiedDiff(
    changes.map(({ path, before, after }) => ({
      name: text(Buffer.from(nameForPatch(path)))!,
      before: text(before),
      after: text(after),
    })),
  );
  const content = Buffer.from(patch, 'latin1');
  return isUtf8(content) ? content.toString() : content;
}

function text(content: Uint8Array | undefined): string | undefined {
  return content === undefined ? undefined : Buffer.from(content).toString('latin1');
}

/** From the working directory where it is below that. */
function nameForPatch(path: string): string {
  const name = relative('.', path);
  return name === '..' || name.startsWith(`..${sep}`) ? resolve(path) : name;
}
