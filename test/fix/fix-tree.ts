import { rules } from '../../rules/index';
import { applyFixes, type FixRun } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import { readExample } from '../../src/lint/example';
import type { ExampleTree, Rule } from '../../src/lint/rule';

/**
 * Applies the fixes for the findings of `chosen` in a tree, also those that need a decision; `safe` leaves these out. `all` are the
 * rules that are run.
 */
export function fixTree(
  tree: ExampleTree,
  chosen: readonly Rule[] = rules,
  which: 'all' | 'safe' = 'all',
  all: readonly Rule[] = chosen,
): FixRun {
  const { snapshot, config } = readExample(tree, all);
  const ids = new Set(chosen.map(({ id }) => id));
  return applyFixes(createWorkbench(snapshot, config), which === 'all', ({ rule }) => ids.has(rule));
}

/** The files that are different afterwards, named as in the tree; undefined for one that is gone. */
export function changedFiles({ state }: FixRun): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...state.texts].map(([path, text]) => [path.replace(/^\/etc\/(?:fail2ban\/)?/, ''), text]),
  );
}
