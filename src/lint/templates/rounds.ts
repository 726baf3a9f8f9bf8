import type { Node } from '../../syntax/template/template';
import { createRounds, leastBranch } from './choice-tree';
import type { TemplateFile } from './template-files';
import { choiceName, type Trial } from './trial';

/** So many ways through the branches of the templates are tried at most; few are needed to see each branch once. */
const mostRounds = 8;

/**
 * Trials in which every branch of every template is printed, the first ones first, loops once; each with other texts and with any option where
 * one of any name may be printed, too.
 */
export function roundTrials(files: readonly TemplateFile[]): readonly Trial[] {
  const trials: Trial[] = [];
  const rounds = new Map(files.map(({ file, template }) => [file.path, createRounds(template)]));
  do {
    const taken = new Map<string, number>();
    for (const { file, template } of files) {
      const { take } = rounds.get(file.path)!;
      const visit = (nodes: readonly Node[]): void => {
        for (const node of nodes) {
          if (node.kind !== 'choice') continue;
          const branch = take(node);
          taken.set(choiceName(file.path, node.id), branch);
          visit(node.branches[branch] ?? []);
        }
      };
      visit(template.nodes);
    }
    const trial: Trial = {
      values: 0,
      isOpen: false,
      isOn: true,
      keepsIndent: false,
      take: (file, choice) => taken.get(choiceName(file.path, choice.id)) ?? leastBranch(choice),
    };
    trials.push(trial, { ...trial, values: 2, isOpen: true });
  } while (trials.length < 2 * mostRounds && [...rounds.values()].some(each => !each.isDone()));
  return trials;
}
