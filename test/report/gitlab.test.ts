import Ajv from 'ajv/dist/2020';
import { gitlab } from '../../src/report/gitlab';
import schema from '../schemas/gitlab-code-quality.schema.json';
import { echo, hostileTexts, manyFindings, nothing, type Reported } from './report-outcomes';

const validate = new Ajv().compile<readonly Issue[]>(schema);

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function issuesOf({ outcomes, run }: Reported): readonly Issue[] {
  const document: unknown = JSON.parse(gitlab(outcomes, run));
  if (!validate(document)) throw new Error(JSON.stringify(validate.errors));
  return document;
}

test.each([
  ['hostile values', echo(hostileTexts), 3 * hostileTexts.length],
  ['many findings', manyFindings(10_000), 10_000],
  ['nothing found', nothing, 0],
])('%s follow what GitLab asks for, and no fingerprint is there twice', (_, report, count) => {
  const issues = issuesOf(report);
  expect(issues).toHaveLength(count);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(count);
  for (const { description, location } of issues) {
    expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(location.path.isWellFormed()).toBe(true);
  }
});

test('severities have the names of GitLab', () => {
  expect(issuesOf(echo(['x'])).map(({ severity }) => severity)).toEqual(['critical', 'info', 'major']);
});
