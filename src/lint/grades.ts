import type { Grade } from './grade';

/** Severities that were asked for in some files. */
export interface LocalSeverities {
  /** Whether a file is one of them, by where it lies. */
  matches(path: string): boolean;
  /** By rule id. */
  readonly severities: ReadonlyMap<string, Grade>;
}

/** What was asked for a rule in a file. */
export type GradeAt = (rule: string, path: string) => Grade | undefined;

/** What was asked for in a file: by the last of the local ones that has the file and the rule, else by `severities`. */
export function gradesAt(
  severities: ReadonlyMap<string, Grade>,
  local: readonly LocalSeverities[] = [],
): GradeAt {
  if (local.length === 0) return rule => severities.get(rule);
  return (rule, path) => {
    const own = local.findLast(each => each.severities.has(rule) && each.matches(path));
    return (own?.severities ?? severities).get(rule);
  };
}

/** Whether nobody wants to hear of a rule, in whatever file. */
export function isOffEverywhere(
  rule: string,
  severities: ReadonlyMap<string, Grade>,
  local: readonly LocalSeverities[] = [],
): boolean {
  return (
    severities.get(rule) === 'off' && local.every(each => (each.severities.get(rule) ?? 'off') === 'off')
  );
}
