import type { Grade } from '../lint/grade';
import { minimal1 } from './minimal-1';
import type { PresetGrades } from './preset';
import { recommended1 } from './recommended-1';
import { strict1 } from './strict-1';

const numbered: ReadonlyMap<string, PresetGrades> = new Map([
  ['recommended@1', recommended1],
  ['strict@1', strict1],
  ['minimal@1', minimal1],
]);

/** The number a plain name stands for in this version. */
const newest: ReadonlyMap<string, string> = new Map([
  ['recommended', 'recommended@1'],
  ['strict', 'strict@1'],
  ['minimal', 'minimal@1'],
]);

/** Every name that `--preset` takes. */
export const presetNames: readonly string[] = [...newest.keys(), ...numbered.keys()];

/**
 * What a preset makes of rules, by their ids; undefined for a name that is none. A rule the preset does not know is off, so that a
 * numbered one stays what it is when rules are added. What a rule grades itself is not in the map.
 */
export function presetGrades(
  name: string,
  ruleIds: readonly string[],
): ReadonlyMap<string, Grade> | undefined {
  const preset = numbered.get(newest.get(name) ?? name);
  if (preset === undefined) return undefined;
  const known = new Map(Object.entries(preset));
  const grades = new Map<string, Grade>();
  for (const id of ruleIds) {
    const grade = known.get(id) ?? 'off';
    if (grade !== 'default') grades.set(id, grade);
  }
  return grades;
}
