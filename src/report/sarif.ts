import type { Diagnostic } from '../lint/finding';
import { fingerprints } from '../lint/fingerprint';
import type { JudgedFix } from '../lint/fix';
import type { Outcome } from '../lint/lint';
import type { Rule } from '../lint/rule';
import type { Suppression } from '../lint/suppression/suppress';
import { printable } from '../text/printable';
import { toJson } from './json';
import { pathFrom } from './path-from';
import type { Run } from './report';
import { reported } from './reported';
import { sarifFix } from './sarif-fix';
import { sarifPlace } from './sarif-place';
import { sarifLevel, sarifRule, sarifText } from './sarif-rule';

/** SARIF 2.1.0, with the rules that found something. */
export function sarif(outcomes: readonly Outcome[], run: Run): string {
  // GitHub opens an alert for each result, suppressed or not (github/codeql-action#1230)
  const results = outcomes.flatMap(outcome => reported(outcome, run.showSuppressed));
  const diagnostics = results.map(each => each.diagnostic);
  const names = fingerprints(outcomes, path => pathFrom(run.directory, path));
  const rules = rulesOf(diagnostics, run.rules);
  const fixes = new Map(outcomes.flatMap(outcome => [...(outcome.fixes ?? [])]));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'f2blint',
            semanticVersion: run.version,
            informationUri: 'https://github.com/f2blint/f2blint',
            rules: rules.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(diagnostics, run)],
        results: results.map(({ diagnostic: each, by }) => ({
          ruleId: each.rule,
          ruleIndex: indexes.get(each.rule),
          level: sarifLevel[each.severity],
          message: textOf(each.message),
          locations: [sarifPlace(each.range, run.directory)],
          ...relatedLocations(each, run.directory),
          partialFingerprints: { 'f2blint/v1': names.get(each) },
          ...fixesOf(fixes.get(each), run.directory),
          ...(by !== undefined && { suppressions: [suppression(by)] }),
        })),
      },
    ],
  });
}

function rulesOf(diagnostics: readonly Diagnostic[], rules: readonly Rule[]): readonly Rule[] {
  const found = new Set(diagnostics.map(({ rule }) => rule));
  return [...new Map(rules.filter(({ id }) => found.has(id)).map(rule => [rule.id, rule])).values()];
}

/** The run, and the files it could not read: what they set is not in the results. */
function invocation(diagnostics: readonly Diagnostic[], { exitCode, directory }: Run) {
  const unread = diagnostics.filter(({ range }) => range.file.entry.kind !== 'text');
  return {
    executionSuccessful: true,
    exitCode,
    ...(unread.length > 0 && {
      toolExecutionNotifications: unread.map(({ rule, message, range }) => ({
        level: 'warning',
        message: textOf(message),
        locations: [sarifPlace(range, directory)],
        associatedRule: { id: rule },
      })),
    }),
  };
}

function relatedLocations({ related }: Diagnostic, directory: string) {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ range, message }, id) => ({
      id,
      ...sarifPlace(range, directory),
      message: textOf(message),
    })),
  };
}

function suppression({ kind, reason, until }: Suppression) {
  const justification =
    reason === undefined ? undefined : `${until === undefined ? '' : `until ${until}: `}${reason}`;
  return {
    kind: kind === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    ...(justification !== undefined && { justification: printable(justification) }),
  };
}

/** A command is no change of an artifact. */
function fixesOf(fix: JudgedFix | undefined, directory: string) {
  return fix === undefined || fix.edits.length === 0 ? {} : { fixes: [sarifFix(fix, directory)] };
}

function textOf(message: string) {
  return { text: sarifText(printable(message)) };
}
