import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import lintSchema from '../../schemas/lint.schema.json';
import lineSchema from '../../schemas/lint-line.schema.json';
import preflightSchema from '../../schemas/preflight.schema.json';
import showSchema from '../../schemas/show.schema.json';
import { collectOutput } from '../cli/collect-output';

const examples = join(__dirname, '../../examples');
const trees = readdirSync(examples, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => join(examples, name, 'etc/fail2ban'))
  .filter(existsSync);

const ajv = new Ajv({ allowUnionTypes: true });
const validators = new Map(
  Object.entries({ lint: lintSchema, preflight: preflightSchema, show: showSchema }).map(
    ([command, schema]) => [command, ajv.compile(schema)] as const,
  ),
);

async function answerOf(...args: readonly string[]): Promise<unknown> {
  return JSON.parse(await printed(...args, '--format', 'json'));
}

async function printed(...args: readonly string[]): Promise<string> {
  return (await collectOutput(args)).output;
}

function faultsIn(command: string, answer: unknown) {
  const validate = validators.get(command)!;
  return validate(answer) ? [] : validate.errors;
}

describe.each([...validators.keys()])('the JSON of %s follows its schema', command => {
  test.each(trees)('%s', async tree => {
    expect(faultsIn(command, await answerOf(command, tree))).toEqual([]);
  });
});

describe('each line of lint --format jsonl follows its schema', () => {
  const validate = new Ajv({ allowUnionTypes: true })
    .addSchema(lintSchema, 'lint.schema.json')
    .compile(lineSchema);

  test.each(trees)('%s', async tree => {
    const lines = (await printed('lint', tree, '--format', 'jsonl')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(line => !validate(JSON.parse(line)))).toEqual([]);
  });
});

test('show of the daemon follows the schema', async () => {
  expect(faultsIn('show', await answerOf('show', trees[0]!, 'fail2ban'))).toEqual([]);
});

test('a schema refuses what is not in it', async () => {
  const answer = (await answerOf('lint', trees[0]!)) as { findings: object[] };
  const odd = { ...answer, findings: [{ ...answer.findings[0], column: 0 }] };
  expect(faultsIn('lint', odd)).toHaveLength(1);
});
