import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../files/disk';
import type { Facts } from '../host/facts';
import { type Diagnostic, type Severity, severities } from '../lint/finding';
import { lint, type Outcome } from '../lint/lint';
import { closestName } from '../text/closest-name';
import { paletteFor } from './color';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { checkBase, chooseRelease, type TreeOptions } from './read-setup';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import { defaultPath, findTrees, type Tree } from './trees';

export interface LintOptions extends TreeOptions, SshdOptions {
  readonly format: string;
  readonly rule: readonly string[];
  readonly failOn: string;
  readonly maxWarnings: string | undefined;
  readonly facts: string | undefined;
  readonly quiet: boolean;
  readonly color: string;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const chosen = readSeverities(options.rule);
  const failOn = readFailOn(options.failOn);
  const maxWarnings = readMaxWarnings(options.maxWarnings);
  const facts = readFacts(options.facts);
  const outcomes: Outcome[] = [];
  for (const path of paths.length === 0 ? [defaultPath()] : paths) {
    for (const tree of await findTrees(path)) outcomes.push(lintTree(tree, options, chosen, facts));
  }
  await print(outcomes, options, io);
  return exitCodeFor(
    outcomes.flatMap(outcome => outcome.diagnostics),
    failOn,
    maxWarnings,
  );
}

function lintTree(
  tree: Tree,
  options: LintOptions,
  chosen: ReadonlyMap<string, Severity | 'off'>,
  facts: Facts,
): Outcome {
  checkBase(options);
  const sshdConfig = sshdConfigFor(tree.directory, options);
  const snapshot = diskSnapshot(tree.directory);
  const outcome = lint(snapshot, {
    release: chooseRelease(options, snapshot).release,
    rules,
    severities: chosen,
    facts,
    ...(sshdConfig !== undefined && { sshdConfig, sshdSnapshot: sshdSnapshot(sshdConfig) }),
  });
  if (tree.file === undefined) return outcome;
  const inFile = (each: Diagnostic) => each.range.file.name === tree.file;
  return { ...outcome, diagnostics: outcome.diagnostics.filter(inFile), files: 1 };
}

function readSeverities(texts: readonly string[]): ReadonlyMap<string, Severity | 'off'> {
  const chosen = new Map<string, Severity | 'off'>();
  for (const text of texts) {
    const equals = text.indexOf('=');
    const id = text.slice(0, Math.max(equals, 0));
    const severity = [...severities, 'off' as const].find(each => each === text.slice(equals + 1));
    if (severity === undefined || equals < 0) {
      throw new UserError(
        `--rule ${text} is not understood`,
        'write it as --rule GROUP/NAME=off, info, warning or error',
      );
    }
    if (!rules.some(rule => rule.id === id)) {
      const close = closestName(
        id,
        rules.map(rule => rule.id),
      );
      throw new UserError(
        `there is no rule ${id}`,
        close === undefined ? 'f2blint rules lists them' : `did you mean ${close}?`,
      );
    }
    chosen.set(id, severity);
  }
  return chosen;
}

function readFailOn(text: string): Severity | 'never' {
  const level = [...severities, 'never' as const].find(each => each === text);
  if (level === undefined)
    throw new UserError(`--fail-on ${text} is not known`, 'one of error, warning, info, never');
  return level;
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new UserError(`--max-warnings ${text} is not a number`);
  return Number(text);
}

function readFacts(path: string | undefined): Facts {
  if (path === undefined) return {};
  try {
    const facts: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return facts;
  } catch {
    throw new UserError(`${path} cannot be read as JSON`, 'the file for --facts holds one JSON object');
  }
  throw new UserError(`${path} holds no facts`, 'the file for --facts holds one JSON object');
}

async function print(outcomes: readonly Outcome[], options: LintOptions, io: Io): Promise<void> {
  if (options.format === 'json') {
    const { lintJson } = await import('../report/lint-json');
    io.write(lintJson(outcomes, version));
  } else if (options.format === 'text') {
    const { lintText, summaryText } = await import('../report/lint-text');
    io.write(lintText(outcomes, await paletteFor(options.color, io)));
    if (!options.quiet) io.write(summaryText(outcomes));
  } else throw new UserError(`there is no format ${options.format}`, 'one of text, json');
}

function exitCodeFor(
  diagnostics: readonly Diagnostic[],
  failOn: Severity | 'never',
  maxWarnings: number,
): ExitCode {
  const warnings = diagnostics.filter(each => each.severity === 'warning').length;
  if (warnings > maxWarnings) return exitCode.findings;
  if (failOn === 'never') return exitCode.clean;
  const least = severities.indexOf(failOn);
  return diagnostics.some(each => severities.indexOf(each.severity) >= least)
    ? exitCode.findings
    : exitCode.clean;
}
