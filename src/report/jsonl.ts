import type { Outcome } from '../lint/lint';
import { toJsonLine } from './json';
import { findingEntry } from './lint-json';
import type { Run } from './report';
import { reported } from './reported';

/** A finding a line, each as in `lint --format json`. */
export function jsonl(
  outcomes: readonly Outcome[],
  { showSuppressed }: Partial<Pick<Run, 'showSuppressed'>> = {},
): string {
  return outcomes
    .flatMap((outcome, setup) =>
      reported(outcome, showSuppressed).map(each => toJsonLine(findingEntry(each, setup, outcome))),
    )
    .join('');
}
