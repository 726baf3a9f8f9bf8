import { isPackagedFile } from '../knowledge/packaged-files';
import type { Setup } from '../resolve/setup';
import type { Jail } from './model';

/** Whether the name of a jail, or a comment in its section of the admin's files, has words for what is odd about it. */
export function saysItself({ jailFamily }: Setup, jail: Jail, words: RegExp): boolean {
  if (words.test(jail.name)) return true;
  return jailFamily.files.some(({ name, text, tree }) => {
    if (isPackagedFile(name)) return false;
    return tree.sections.some((section, index) => {
      if (section.name !== jail.name) return false;
      const end = tree.sections[index + 1]?.header.start ?? text.length;
      return tree.lines.some(
        line =>
          line.commentStart >= section.header.start &&
          line.commentStart < end &&
          words.test(text.slice(line.commentStart, line.end)),
      );
    });
  });
}
