import type { Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';
import { sourcePath } from '../resolve/source';
import type { Diagnostic, Finding, Range } from './finding';
import { graded } from './grade';
import type { GradeAt } from './grades';
import type { Model } from './model';
import { locate, type Place } from './place';
import { type Rule, ruleValues } from './rule';

/** What one rule says, graded. An error in it names the rule. */
export function runRule(
  rule: Rule,
  model: Model,
  places: Places,
  gradeAt: GradeAt,
  options: ReadonlyMap<string, number> | undefined,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Finding) => {
    const range = (place: Place) => rangeOf(place, model.setup, places);
    const at = range(finding.at);
    const severity = graded(finding.severity ?? rule.severity, gradeAt(rule.id, sourcePath(at.file)));
    if (severity === undefined) return;
    diagnostics.push({
      rule: rule.id,
      severity,
      message: finding.message,
      range: at,
      jail: finding.jail,
      option: finding.option,
      related: (finding.related ?? []).map(({ at, message }) => ({ range: range(at), message })),
      fix: finding.fix,
    });
  };
  try {
    rule.check(model, report, ruleValues(rule, options));
  } catch (error) {
    throw new Error(`rule ${rule.id} failed`, { cause: error });
  }
  return diagnostics;
}

/** Lines and columns of a place. */
export function rangeOf(place: Place, { sources }: Setup, places: Places): Range {
  if (place.kind === 'position') {
    const { line, column } = place.position;
    return { file: place.file, start: place.position, end: { line, column: column + 1 } };
  }
  const { file, span } = locate(place, sources);
  return { file, start: places.position(file, span.start), end: places.position(file, span.end) };
}
