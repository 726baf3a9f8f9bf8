import { cutValues } from '../syntax/cut-values';
import { commentOptions, findMistakenComment } from './comment-effects';
import type { Model } from './model';
import { atText, type Location, locate } from './place';
import { swallowedLines } from './swallowed-lines';
import { valuesOf } from './used-values';

/**
 * Places where another rule says better why fail2ban does not start: a `# …` behind a value (syntax/inline-comment), an indented
 * option (syntax/indented-option), a line that a `;` cuts (syntax/semicolon-cuts-value).
 */
export function placesToldElsewhere(model: Model): readonly Location[] {
  return [...fatalComments(model), ...mangledLines(model)];
}

function fatalComments(model: Model): readonly Location[] {
  return commentOptions
    .flatMap(option => valuesOf(model, option))
    .flatMap(value => {
      const comment = findMistakenComment(value);
      if (comment?.effect.severity !== 'error' || value.use === 'unused' || value.use === 'disabled')
        return [];
      return [locate(atText(value.text, value.setting, comment.start, comment.end), model.setup.sources)];
    });
}

function mangledLines({ files }: Model): readonly Location[] {
  return files
    .filter(({ isRead }) => isRead)
    .flatMap(treeFile => {
      const { file } = treeFile;
      const options = file.tree.sections.flatMap(section => section.options);
      const cut = options.flatMap(option => cutValues(file.text, option));
      // what goes on too long is refused at its beginning
      const swallowed = swallowedLines(treeFile).map(line => ({
        start: line.option.keySpan.start,
        end: line.end,
      }));
      return [...swallowed, ...cut.map(({ kept }) => kept)].map(span => ({ file, span }));
    });
}

/** Whether two places have a character in common. */
export function overlap(one: Location, other: Location): boolean {
  return (
    one.file.path === other.file.path && one.span.start < other.span.end && other.span.start < one.span.end
  );
}
