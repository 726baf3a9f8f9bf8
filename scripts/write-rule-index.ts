import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRuleIds, ruleIndex } from './rule-index';

/** Writes `rules/index.ts`. */
export function writeRuleIndex(root: string): void {
  writeFileSync(join(root, 'rules/index.ts'), ruleIndex(listRuleIds(root)));
}
