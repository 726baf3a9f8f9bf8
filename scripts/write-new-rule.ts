import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listRuleIds } from './rule-index';
import { emptyTestFile, ruleTemplate, withRuleTest } from './rule-template';

const wellFormed = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Writes `rules/GROUP/NAME.ts` and its test, and gives their paths. Throws what to say where the name will not do. */
export function writeNewRule(root: string, id: string): readonly string[] {
  if (!wellFormed.test(id)) {
    throw new Error(
      `"${id}" is no name for a rule: write GROUP/NAME in lower case, the name of the defect, such as jail/filter-not-found`,
    );
  }
  if (listRuleIds(root).includes(id)) throw new Error(`there is a rule ${id} already`);
  const [group = ''] = id.split('/');
  const ruleFile = `rules/${id}.ts`;
  const testFile = `test/rules/${group}.test.ts`;
  const testPath = join(root, testFile);
  const tests = existsSync(testPath) ? readFileSync(testPath, 'utf8') : emptyTestFile;
  mkdirSync(dirname(join(root, ruleFile)), { recursive: true });
  writeFileSync(join(root, ruleFile), ruleTemplate(id));
  writeFileSync(testPath, withRuleTest(tests, id));
  return [ruleFile, testFile];
}
