import type { Choice, Node, Template } from '../../syntax/template/template';
import { lastUpTo } from '../../text/last-up-to';

/** The branches that have to be printed for a place to be there, from the inside out; undefined for a place that always is. */
export type Way = { readonly choice: number; readonly branch: number; readonly outer: Way } | undefined;

/** Gives the way to any offset of a template. */
export function createWays({ nodes }: Template): (offset: number) => Way {
  const leaves: { readonly start: number; readonly way: Way }[] = [];
  function collect(inside: readonly Node[], way: Way): void {
    for (const node of inside) {
      if (node.kind === 'text') leaves.push({ start: node.start, way });
      else if (node.kind === 'tag') leaves.push({ start: node.tag.start, way });
      else
        node.branches.forEach((branch, index) => {
          collect(branch, { choice: node.id, branch: index, outer: way });
        });
    }
  }
  collect(nodes, undefined);
  return offset => lastUpTo(leaves, offset, ({ start }) => start)?.way;
}

/** The branch a way takes at each choice, by the choice's id. */
export function branchesOf(way: Way): ReadonlyMap<number, number> {
  const branches = new Map<number, number>();
  for (let at = way; at !== undefined; at = at.outer) branches.set(at.choice, at.branch);
  return branches;
}

/** What is printed where as little as can be is. */
export function leastBranch({ branches, hasElse }: Choice): number | undefined {
  return hasElse ? branches.length - 1 : undefined;
}
