import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';

/** How many findings of a kind are shown in full. */
const fullOnes = 3;

/** The findings that only repeat, in other places or with other names, what the same rule has said often enough in this run. */
export function findRepeats(outcomes: readonly Outcome[]): ReadonlySet<Diagnostic> {
  const repeats = new Set<Diagnostic>();
  const counts = new Map<string, number>();
  for (const diagnostic of outcomes.flatMap(({ diagnostics }) => diagnostics)) {
    const kind = `${diagnostic.rule} ${shapeOf(diagnostic.message)}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > fullOnes) repeats.add(diagnostic);
  }
  return repeats;
}

/** A message without what differs from place to place: quoted values, jails, numbers. */
function shapeOf(message: string): string {
  return message.replace(/"[^"]*"|\[[^[\]]*\]|\d+/g, '…');
}
