import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A composite action as far as f2blint uses them. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly id: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface ActionRun {
  readonly status: number | null;
  readonly output: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export function readAction(file: string): Action {
  return parse(readFileSync(file, 'utf8'), { strict: true }) as Action;
}

/** Where a run takes place. */
export interface Runner {
  /** A new directory for what the runner keeps. */
  readonly temporary: string;
  readonly workspace: string;
  readonly actionPath: string;
  readonly path: string;
}

/** Runs the steps of an action one after the other, up to the first that fails, as GitHub's runner does. */
export function runAction(
  action: Action,
  given: Readonly<Record<string, string>>,
  runner: Runner,
): ActionRun {
  mkdirSync(runner.temporary, { recursive: true });
  const values = new Map(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]),
  );
  for (const [name, value] of Object.entries(given)) values.set(`inputs.${name}`, value);
  const evaluate = (text: string) =>
    text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => values.get(name) ?? '');
  const summary = join(runner.temporary, 'summary');
  writeFileSync(summary, '');
  let output = '';
  let status: number | null = 0;
  for (const step of action.runs.steps) {
    const script = join(runner.temporary, `${step.id}.sh`);
    const outputs = join(runner.temporary, `${step.id}.outputs`);
    writeFileSync(script, evaluate(step.run));
    writeFileSync(outputs, '');
    const env = {
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, evaluate(text)])),
      PATH: runner.path,
      HOME: runner.temporary,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: runner.actionPath,
      GITHUB_WORKSPACE: runner.workspace,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: runner.temporary,
    };
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', script];
    const run = spawnSync(step.shell, words, { cwd: runner.workspace, encoding: 'utf8', env });
    output += run.stdout + run.stderr;
    for (const line of readFileSync(outputs, 'utf8').split('\n').slice(0, -1)) {
      const equals = line.indexOf('=');
      values.set(`steps.${step.id}.outputs.${line.slice(0, equals)}`, line.slice(equals + 1));
    }
    status = run.status;
    if (status !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value)] as const);
  return { status, output, summary: readFileSync(summary, 'utf8'), outputs: Object.fromEntries(outputs) };
}
