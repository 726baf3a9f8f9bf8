import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import lintSchema from '../../schemas/lint.schema.json';
import lineSchema from '../../schemas/lint-line.schema.json';
import { builtCli, runCli } from '../cli/built-cli';
import { sarifFaults } from '../report/sarif-faults';
import gitlabSchema from '../schemas/gitlab-code-quality.schema.json';
import { temporaryDirectory } from '../temporary-directory';
import { corpusTrees, debianStock, printFigure, shared } from './shared';

const script = builtCli();
const directory = temporaryDirectory();
const examples = join(__dirname, '../../examples');
const trees = [
  ...['mail-host', 'ssh-guide'].map(name => join(examples, name, 'etc/fail2ban')),
  debianStock,
  join(shared, 'corpus/real'),
  ...corpusTrees('daemon').filter((_, index) => index % 10 === 0),
];

const formats = ['json', 'jsonl', 'sarif', 'gitlab', 'junit', 'checkstyle', 'concise', 'github', 'markdown'];
const ajv = new Ajv({ allowUnionTypes: true }).addSchema(lintSchema, 'lint.schema.json');
const isLine = ajv.compile(lineSchema);
const isGitlab = ajv.compile<readonly { readonly fingerprint: string }[]>(gitlabSchema);

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

test.each(trees)('every format of %s is what its consumers take, with all findings', tree => {
  const place = join(directory, String(readdirSync(directory).length));
  const file = (format: string) => `${place}.${format}`;
  const read = (format: string) => readFileSync(file(format), 'utf8');
  const outputs = formats.flatMap(format => ['--output', `${format}=${file(format)}`]);
  const run = runCli(script, [tree, '--quiet', '--no-config', ...outputs], 120);
  expect([run.stderr, run.status]).toEqual(['', expect.any(Number)]);

  const { findings, summary } = JSON.parse(read('json')) as { findings: unknown[]; summary: Counts };
  const lines = (format: string) => read(format).split('\n').slice(0, -1);
  expect(lines('jsonl').map(line => JSON.parse(line))).toEqual(findings);
  expect(lines('jsonl').filter(line => !isLine(JSON.parse(line)))).toEqual([]);
  expect(lines('concise')).toHaveLength(findings.length);
  expect(lines('github').filter(line => /^::(?:error|warning|notice) file=/.test(line))).toHaveLength(
    findings.length,
  );
  expect(read('markdown').length).toBeLessThan(65_536);

  const sarif = JSON.parse(read('sarif'));
  expect(sarifFaults(sarif)).toEqual([]);
  expect(sarif.runs[0].results).toHaveLength(findings.length);

  const gitlab: unknown = JSON.parse(read('gitlab'));
  if (!isGitlab(gitlab)) throw new Error(JSON.stringify(isGitlab.errors));
  expect(new Set(gitlab.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);

  expect(readByPython(file('junit'), file('checkstyle'))).toEqual({
    junit: { failures: summary.errors + summary.warnings, outputs: summary.infos },
    checkstyle: { error: summary.errors, warning: summary.warnings, info: summary.infos },
  });
  printFigure(`${basename(tree)}: ${findings.length} findings, ${read('sarif').length} characters of SARIF`);
});

function readByPython(...files: readonly string[]): unknown {
  const reader = join(__dirname, 'read_reports.py');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [reader, ...files], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
