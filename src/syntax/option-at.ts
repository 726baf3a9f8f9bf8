import type { Option, SyntaxTree } from './tree';

/** The option whose value holds the character at an offset. */
export function optionAt(tree: SyntaxTree, offset: number): Option | undefined {
  for (const section of tree.sections) {
    for (const option of section.options) {
      if (option.valueLines.some(line => line.start <= offset && offset < line.end)) return option;
    }
  }
  return undefined;
}
