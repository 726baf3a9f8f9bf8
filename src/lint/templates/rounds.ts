import type { Choice, Node, Template } from '../../syntax/template/template';
import { leastBranch } from './choice-tree';
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

/** Chooses branches of a template round by round, the first ones first, until `isDone`: then each was taken once. */
function createRounds(template: Template) {
  const taken = new Set<string>();
  const keyOf = (choice: Choice, branch: number) => `${choice.id} ${branch}`;
  const hasNew = (nodes: readonly Node[]): boolean =>
    nodes.some(
      node =>
        node.kind === 'choice' &&
        node.branches.some((inside, branch) => !taken.has(keyOf(node, branch)) || hasNew(inside)),
    );
  return {
    isDone: () => !hasNew(template.nodes),
    take(choice: Choice): number {
      const found = choice.branches.findIndex(
        (inside, branch) => !taken.has(keyOf(choice, branch)) || hasNew(inside),
      );
      const branch = Math.max(0, found);
      taken.add(keyOf(choice, branch));
      return branch;
    },
  };
}
