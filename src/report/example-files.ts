import type { ExampleTree } from '../lint/rule';
import { printable } from '../text/printable';

/** A file of an example, its lines safe to print. */
export interface ExampleFile {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The files of an example in their order. Tabs stay; what can't be seen otherwise is shown as an escape. */
export function exampleFiles(tree: ExampleTree): readonly ExampleFile[] {
  return Object.entries(tree).map(([name, text]) => ({
    name,
    lines: text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map(showLine),
  }));
}

function showLine(line: string): string {
  return line.split('\t').map(printable).join('\t');
}
