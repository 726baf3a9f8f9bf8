import type { SyntaxTree } from './tree';

/** The file again, put together from its lines: the same characters that were parsed. */
export function print(tree: SyntaxTree): string {
  return tree.lines.map(line => tree.text.slice(line.start, line.end)).join('');
}
