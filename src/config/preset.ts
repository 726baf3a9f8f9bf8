import type { Grade } from '../lint/grade';

/** What a preset makes of each rule, by its id. `default`: as the rule grades itself. A rule that is not named is off. */
export type PresetGrades = Readonly<Record<string, Grade | 'default'>>;
