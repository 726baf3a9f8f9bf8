import type { TextFile } from '../resolve/source';
import type { Connection } from './connection';
import { finalProblems } from './final-problems';
import { keywords } from './keywords';
import { holds } from './match';
import type { SshdDirective } from './read';
import type { Problem, Refusal } from './refusal';
import { type InForce, settingsOf } from './settings';
import type { State } from './state';
import { takeLine } from './take-line';
import type { Block, Walk } from './walk';

export interface Evaluation {
  readonly settings: readonly InForce[];
  /** In the order in which sshd comes to them; it stops at the first, and says some together. */
  readonly refusals: readonly Refusal[];
}

/**
 * What `sshd -T -C` prints: the file is read once for everybody, and once more for the blocks that match the connection, whose
 * values replace the others (`parse_server_match_config` and `copy_set_server_options` of OpenSSH 9.2's servconf.c).
 */
export function evaluate({ steps, refusals }: Walk, main: TextFile, connection: Connection = {}): Evaluation {
  const refused = new Map<SshdDirective, Refusal>();
  const refuse = (directive: SshdDirective, problem: Problem) => {
    if (!refused.has(directive)) refused.set(directive, { ...problem, file: directive.file, directive });
  };
  const broken = new Map(refusals.map(refusal => [refusal.directive, refusal]));
  const forAll: State = new Map();
  for (const { directive, block } of steps) {
    const problem =
      takeLine(directive, forAll, isForAll(block)) ??
      (directive.keyword === 'match' ? block?.conditions.problem : broken.get(directive));
    if (problem !== undefined) refuse(directive, problem);
  }
  const forSome: State = new Map();
  const verdicts = new Map<Block, boolean>();
  for (const { directive, block } of steps) {
    if (keywords.get(directive.keyword)?.inMatch !== true) continue;
    const problem = takeLine(directive, forSome, block !== undefined && applies(block, connection, verdicts));
    if (problem !== undefined) refuse(directive, problem);
  }
  const inForce = settingsOf(forAll, forSome);
  const final = finalProblems(forAll, settingsOf(forAll, new Map())).map(({ directive, ...problem }) => ({
    ...problem,
    file: directive?.file ?? main,
    directive,
  }));
  return { settings: inForce, refusals: [...refused.values(), ...final] };
}

/** Whether all lines of a block count for everybody: it stands in `Match all` alone, or in none. */
export function isForAll(block: Block | undefined): boolean {
  if (block === undefined) return true;
  const { problem, criteria } = block.conditions;
  return problem === undefined && criteria[0]?.kind === 'all' && isForAll(block.outer);
}

function applies(block: Block, connection: Connection, verdicts: Map<Block, boolean>): boolean {
  const known = verdicts.get(block);
  if (known !== undefined) return known;
  const verdict =
    holds(block.conditions, connection) &&
    (block.outer === undefined || applies(block.outer, connection, verdicts));
  verdicts.set(block, verdict);
  return verdict;
}
