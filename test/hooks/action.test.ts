import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { builtCli } from '../cli/built-cli';
import { sarifFaults } from '../report/sarif-faults';
import { badJails, laySoundTree } from '../sound-tree';
import { temporaryDirectory } from '../temporary-directory';
import { readAction, runAction } from './fake-runner';

const action = readAction(join(__dirname, '../../action.yml'));
const place = temporaryDirectory();
const workspace = join(place, 'workspace');
const actionPath = dirname(dirname(builtCli()));
const path = `${dirname(process.execPath)}${delimiter}/usr/bin${delimiter}/bin`;
let runs = 0;

function run(inputs: Readonly<Record<string, string>>, before = path) {
  runs++;
  const temporary = join(place, `runner ${runs}`);
  return runAction(action, inputs, { temporary, workspace, actionPath, path: before });
}

beforeAll(() => {
  for (const name of ['good', 'bad']) laySoundTree(join(workspace, `${name}/etc/fail2ban`));
  writeFileSync(join(workspace, 'bad/etc/fail2ban/jail.local'), badJails);
});

describe('action.yml', () => {
  test('is a composite action whose steps take inputs as variables alone', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run: script, shell } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(script).not.toContain('${{');
    }
  });

  test('uses every input', () => {
    const used = action.runs.steps.flatMap(step => Object.values(step.env)).join();
    expect(Object.keys(action.inputs).filter(name => !used.includes(`\${{ inputs.${name} }}`))).toEqual([]);
  });
});

test('a good tree passes', () => {
  const { status, outputs, output } = run({ path: 'good' });
  expect(output).not.toContain('::');
  expect([status, outputs]).toEqual([0, { 'exit-code': '0', sarif: '' }]);
});

test('a bad tree fails, with its lines marked and a summary', () => {
  const { status, outputs, output, summary } = run({ path: 'good\nbad\n' });
  expect(output).toContain('::error file=bad/etc/fail2ban/jail.local,line=2,');
  expect(summary).toContain('### f2blint: 1 error');
  expect([status, outputs['exit-code']]).toEqual([1, '1']);
});

test('the whole repository is linted by default', () => {
  const { status, output } = run({});
  expect(output).toContain('::error file=bad/etc/fail2ban/jail.local,line=2,');
  expect(status).toBe(1);
});

test('SARIF is written beside it', () => {
  const { status, outputs } = run({ path: 'bad', sarif: 'f2blint.sarif' });
  expect([status, outputs.sarif]).toEqual([1, 'f2blint.sarif']);
  expect(sarifFaults(JSON.parse(readFileSync(join(workspace, 'f2blint.sarif'), 'utf8')))).toEqual([]);
});

test.each([
  ['fail-on', { path: 'bad', 'fail-on': 'never' }, 0],
  ['args', { path: 'bad', args: '--rule=value/bad-time=off\n--fail-on=info' }, 0],
  ['preset', { path: 'good', preset: 'strict' }, 0],
  ['a preset that is none', { path: 'good', preset: 'loud' }, 2],
  ['a path without a configuration', { path: 'nothing' }, 3],
] as const)('%s reaches f2blint', (_, inputs, code) => {
  mkdirSync(join(workspace, 'nothing'), { recursive: true });
  expect(run(inputs)).toMatchObject({ status: code, outputs: { 'exit-code': String(code) } });
});

describe('a version', () => {
  const tools = join(place, 'tools');
  const asked = join(place, 'asked');

  beforeAll(() => {
    mkdirSync(tools);
    // what npm would install
    const npm = `#!/bin/bash
printf '%s\\n' "$@" > '${asked}'
while [ "$1" != --prefix ]; do shift; done
mkdir -p "$2/node_modules/f2blint/bin"
echo 'console.log("another version", process.argv.slice(2).join(" "))' > "$2/node_modules/f2blint/bin/f2blint.js"
`;
    writeFileSync(join(tools, 'npm'), npm);
    chmodSync(join(tools, 'npm'), 0o755);
  });

  test('is taken from npm', () => {
    const { status, output } = run({ path: 'bad', version: '0.2.0-beta.1' }, `${tools}${delimiter}${path}`);
    expect(readFileSync(asked, 'utf8')).toContain('\nf2blint@0.2.0-beta.1\n');
    expect(output).toContain('another version lint --format=github');
    expect(status).toBe(0);
  });

  test.each(['1.0 --registry=https://example.com', 'npm:evil', '../evil', '$(touch pwned)', '--version'])(
    'is refused if it is none: %s',
    version => {
      const { status, output } = run({ path: 'good', version }, `${tools}${delimiter}${path}`);
      expect([status, output]).toEqual([
        2,
        '::error title=f2blint::the input "version" is no version of f2blint\n',
      ]);
    },
  );
});

const hostile = [
  '"; touch pwned; "',
  "'; touch pwned #",
  '$(touch pwned)`touch pwned`',
  '-x\n$(touch pwned)',
];

test.each(Object.keys(action.inputs).flatMap(name => hostile.map(value => [name, value] as const)))(
  'nothing in %s is run: %s',
  (name, value) => {
    const { output } = run({ path: 'good', [name]: value });
    expect(output).not.toContain('fault of f2blint');
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
    expect(readdirSync(actionPath)).not.toContain('pwned');
  },
);
