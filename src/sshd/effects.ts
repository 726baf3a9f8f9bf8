import { keywords } from './keywords';
import type { SshdDirective } from './read';
import type { Sshd } from './sshd';
import type { State } from './state';
import { takeLine } from './take-line';
import type { Block } from './walk';

/** What one `Match` line, with those around it, gives a setting. */
export interface BlockEffect {
  /** The conditions; two blocks with the same ones have one effect. */
  readonly when: string;
  readonly match: SshdDirective;
  readonly value: string;
}

/**
 * What blocks say of each setting, named as `sshd -T` does, in the order in which they come to count. Two configurations with the
 * same effects, and the same settings where no block applies, do the same for everybody: which blocks apply depends on their
 * conditions alone.
 */
export function effectsOf({ walk: { steps } }: Sshd): ReadonlyMap<string, readonly BlockEffect[]> {
  interface Context {
    readonly match: SshdDirective;
    readonly state: State;
    readonly order: Map<SshdDirective, number>;
  }
  const contexts = new Map<string, Context>();
  const keys = new Map<Block, string>();
  for (const [at, { directive, block }] of steps.entries()) {
    if (block === undefined || !keywords.has(directive.keyword)) continue;
    const when = keys.get(block) ?? conditionsOf(block);
    keys.set(block, when);
    const context = contexts.get(when) ?? { match: block.match, state: new Map(), order: new Map() };
    contexts.set(when, context);
    if (!context.order.has(directive)) context.order.set(directive, at);
    takeLine(directive, context.state, true);
  }
  const found = new Map<string, (BlockEffect & { readonly at: number })[]>();
  for (const [when, { match, state, order }] of contexts) {
    for (const [field, { values, origins }] of state) {
      const at = order.get(origins[0] ?? match) ?? 0;
      const effects = found.get(field) ?? [];
      found.set(field, effects);
      effects.push({ when, match, value: values.join(' '), at });
    }
  }
  for (const effects of found.values()) effects.sort((a, b) => a.at - b.at);
  return found;
}

function conditionsOf({ conditions: { criteria, problem }, outer }: Block): string {
  return JSON.stringify([criteria, problem?.message, outer && conditionsOf(outer)]);
}
