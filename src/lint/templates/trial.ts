import type { TextFile } from '../../resolve/source';
import { type Rendered, render } from '../../syntax/template/render';
import type { Choice } from '../../syntax/template/template';
import { createFiller, type Filling } from './fill';
import type { ValueSet } from './plausible-values';
import type { TemplateFile } from './template-files';

/** One way in which the templates of a tree may come out. */
export interface Trial {
  readonly values: ValueSet;
  /** Whether sections of which the template may print any option have them all. */
  readonly isOpen: boolean;
  /** Whether jails are enabled where an expression says so. */
  readonly isOn: boolean;
  readonly keepsIndent: boolean;
  /** The branch that is printed; undefined for none. */
  take(file: TextFile, choice: Choice): number | undefined;
}

/** The files that come out, by path, and what there is to know about the expressions in them. */
export interface Printed extends Filling {
  readonly files: ReadonlyMap<string, Rendered>;
}

export function print(files: readonly TemplateFile[], trial: Trial): Printed {
  const printed = new Map<string, Rendered>();
  const filler = createFiller(files, trial);
  for (const each of files) {
    const template = (trial.keepsIndent ? each.indented : undefined) ?? each.template;
    const take = (choice: Choice) => trial.take(each.file, choice);
    printed.set(each.file.path, render(template, { take, fill: filler.of(each) }));
  }
  return { files: printed, ...filler.filling };
}

/** Names a choice of a file. */
export function choiceName(path: string, choice: number): string {
  return `${choice} ${path}`;
}
