import type { Diagnostic } from '../finding';
import { agreedFindings, weakest, whereEnabled } from './agreement';
import { branchesOf, leastBranch } from './choice-tree';
import type { TrialResult } from './run-trial';
import type { Spot } from './spots';
import type { TemplateFile } from './template-files';
import { choiceName, type Trial } from './trial';

/** So many groups of branches with findings are each tried with nothing else printed; what is more shares them. */
const mostGroups = 12;

interface Group {
  /** The branches its findings stand in, by the names of the choices. */
  readonly branches: Map<string, number>;
  readonly keys: string[];
}

/**
 * The findings that are also there where nothing is printed but the branches they stand in, with and without any option in the sections
 * in which the template may print any, and in the same words with other texts for the expressions.
 */
export function confirmFindings(
  agreed: ReadonlyMap<string, Spot | undefined>,
  rounds: readonly TrialResult[],
  files: readonly TemplateFile[],
  run: (trial: Trial) => TrialResult,
): { readonly findings: readonly Diagnostic[]; readonly results: readonly TrialResult[] } {
  const results: TrialResult[] = [];
  const mayIndent = files.some(each => each.indented !== undefined);
  const hasSwitches = rounds.some(({ printed }) => printed.hasSwitches);
  const findings = groupsOf(agreed).flatMap(({ branches, keys }) => {
    const trial: Trial = {
      values: 2,
      isOpen: true,
      isOn: true,
      keepsIndent: false,
      take: (file, choice) => branches.get(choiceName(file.path, choice.id)) ?? leastBranch(choice),
    };
    const open = run(trial);
    const plain = run({ ...trial, values: 1, isOpen: false });
    const off = hasSwitches ? run({ ...trial, values: 1, isOpen: false, isOn: false }) : undefined;
    results.push(open, plain, ...(off === undefined ? [] : [off]));
    const indented =
      mayIndent && keys.some(isSyntax) ? run({ ...trial, isOpen: false, keepsIndent: true }) : undefined;
    return keys
      .filter(key => indented === undefined || !isSyntax(key) || indented.findings.has(key))
      .flatMap(key =>
        agreedFindings(key, plain, open).map(each => {
          const isOff = off !== undefined && !off.findings.has(key);
          const graded = weakest(each, key, [...rounds, open, ...(off === undefined ? [] : [off])]);
          return isOff ? whereEnabled(graded) : graded;
        }),
      );
  });
  return { findings, results };
}

/** Rules and places by the branches they stand in. */
function groupsOf(agreed: ReadonlyMap<string, Spot | undefined>): readonly Group[] {
  const groups = new Map<string, Group>();
  const names = new Map<string, string>();
  for (const [key, spot] of agreed) {
    const branches = [...branchesOf(spot?.way)].map(
      ([choice, branch]) => [choiceName(spot!.path, choice), branch] as const,
    );
    const exact = branches.map(each => each.join(' ')).join('\n');
    const name = names.get(exact) ?? (names.size < mostGroups ? exact : `${names.size % mostGroups}`);
    names.set(exact, name);
    const group = groups.get(name) ?? { branches: new Map<string, number>(), keys: [] };
    groups.set(name, group);
    group.keys.push(key);
    for (const [choice, branch] of branches)
      if (!group.branches.has(choice)) group.branches.set(choice, branch);
  }
  return [...groups.values()];
}

/** What indentation decides. */
function isSyntax(key: string): boolean {
  return key.startsWith('syntax/');
}
