import type { Outcome } from '../lint/lint';
import { toJsonLine } from './json';
import { findingEntry } from './lint-json';

/** A finding a line, each as in `lint --format json`. */
export function jsonl(outcomes: readonly Outcome[]): string {
  return outcomes
    .flatMap(({ diagnostics, fixes }, setup) =>
      diagnostics.map(each => toJsonLine(findingEntry(each, setup, fixes?.get(each)))),
    )
    .join('');
}
