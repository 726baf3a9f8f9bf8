import { rules } from '../../rules/index';
import { applyFixes, type FixRun } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import { readExample } from '../../src/lint/example';
import type { ExampleTree, Rule } from '../../src/lint/rule';

/** Applies the fixes for the findings in a tree, also those that need a decision; `safe` leaves these out. */
export function fixTree(
  tree: ExampleTree,
  chosen: readonly Rule[] = rules,
  which: 'all' | 'safe' = 'all',
): FixRun {
  const { snapshot, config } = readExample(tree, chosen);
  return applyFixes(createWorkbench(snapshot, config), which === 'all');
}

/** The files that are different afterwards, named as in the tree; undefined for one that is gone. */
export function changedFiles({ state }: FixRun): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...state.texts].map(([path, text]) => [path.replace(/^\/etc\/(?:fail2ban\/)?/, ''), text]),
  );
}
