import type { RegexNode, Width } from './tree';

const NOTHING: Width = { min: 0, max: 0 };
const ONE: Width = { min: 1, max: 1 };

function times(count: number, width: number): number {
  return count === 0 || width === 0 ? 0 : count * width;
}

/** How many characters one node matches. No recursion: groups know their width, and no repeat repeats a repeat. */
function nodeWidth(node: RegexNode): Width {
  switch (node.kind) {
    case 'text': {
      const length = node.end - node.start;
      return { min: length, max: length };
    }
    case 'literal':
    case 'any':
    case 'category':
    case 'class':
      return ONE;
    case 'position':
    case 'look':
      return NOTHING;
    case 'group':
      return node.body.width;
    case 'reference':
      return node.width;
    case 'condition':
      return widthOfBranches([node.yes, node.no ?? { width: NOTHING }]);
    case 'repeat': {
      const { min, max } = nodeWidth(node.item);
      return { min: times(node.min, min), max: times(node.max, max) };
    }
  }
}

/** How many characters `items` match one after the other. */
export function widthOfItems(items: readonly RegexNode[]): Width {
  if (items.length === 1) return nodeWidth(items[0]!);
  let min = 0;
  let max = 0;
  for (const item of items) {
    const width = nodeWidth(item);
    min += width.min;
    max += width.max;
  }
  return { min, max };
}

/** How many characters one of `branches` matches. */
export function widthOfBranches(branches: readonly { readonly width: Width }[]): Width {
  if (branches.length === 1) return branches[0]!.width;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (const { width } of branches) {
    min = Math.min(min, width.min);
    max = Math.max(max, width.max);
  }
  return { min, max };
}
