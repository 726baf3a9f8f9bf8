import { lastUpTo } from '../text/last-up-to';
import type { Option, Section, SyntaxTree } from './tree';

/** The section an offset stands in, its header included. */
export function sectionAt({ sections }: SyntaxTree, offset: number): Section | undefined {
  return lastUpTo(sections, offset, ({ header }) => header.start);
}

/** The option that begins at an offset or is the last to begin before it in its section. */
export function lastOptionAt(tree: SyntaxTree, offset: number): Option | undefined {
  return lastUpTo(sectionAt(tree, offset)?.options ?? [], offset, ({ keySpan }) => keySpan.start);
}

/** The option whose value holds the character at an offset. */
export function optionAt(tree: SyntaxTree, offset: number): Option | undefined {
  const option = lastOptionAt(tree, offset);
  return option?.valueLines.some(line => line.start <= offset && offset < line.end) ? option : undefined;
}
