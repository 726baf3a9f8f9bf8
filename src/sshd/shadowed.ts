import { isForAll } from './evaluate';
import { keywords } from './keywords';
import type { SshdDirective } from './read';
import { lineValue } from './scopes';
import type { Sshd } from './sshd';
import type { State } from './state';
import { takeLine } from './take-line';
import type { Block } from './walk';

/** A line without effect, as another sets the same thing. */
export interface ShadowedLine {
  readonly line: SshdDirective;
  readonly winner: SshdDirective;
  readonly value: string;
  readonly winning: string;
  /** Whether the winner comes first; of a few settings the last line wins. */
  readonly isFirst: boolean;
}

/** The lines that never take effect, each in its own scope: what stands in a block loses against the block alone. */
export function shadowedLines({ walk: { steps } }: Sshd): readonly ShadowedLine[] {
  const states = new Map<Block | undefined, State>();
  const order = new Map<SshdDirective, number>();
  for (const { directive, block } of steps) {
    if (!keywords.has(directive.keyword)) continue;
    if (!order.has(directive)) order.set(directive, order.size);
    const key = block !== undefined && isForAll(block) ? undefined : block;
    if (key === undefined && block !== undefined) continue;
    const state = states.get(key) ?? new Map();
    states.set(key, state);
    takeLine(directive, state, true);
  }
  const found: ShadowedLine[] = [];
  const seen = new Set<SshdDirective>();
  for (const state of states.values()) {
    for (const slot of state.values()) {
      const winner = slot.origins[0];
      for (const line of slot.lost) {
        const [value, winning] = [lineValue(line), winner && lineValue(winner)];
        if (value === undefined || winner === undefined || winning === undefined) continue;
        if (seen.has(line) || line === winner) continue;
        seen.add(line);
        found.push({
          line,
          winner,
          value,
          winning,
          isFirst: (order.get(winner) ?? 0) < (order.get(line) ?? 0),
        });
      }
    }
  }
  return found;
}
