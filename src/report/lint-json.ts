import type { Diagnostic, Range } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { displayPath } from './display-path';
import { toJson } from './json';
import { ruleUrl } from './rule-url';
import { summarize } from './summary';

/** The answer of `lint --format json`, as in design/cli.md and schemas/lint.schema.json. */
export function lintJson(outcomes: readonly Outcome[], version: string): string {
  const { errors, warnings, infos, files } = summarize(outcomes);
  const document = {
    schemaVersion: 1,
    tool: { name: 'f2blint', version },
    setups: outcomes.map(setupEntry),
    findings: outcomes.flatMap(({ diagnostics }, index) =>
      diagnostics.map(each => findingEntry(each, index)),
    ),
    summary: { errors, warnings, infos, fixable: 0, suppressed: 0, files },
  };
  return toJson(document);
}

/** A tree is read as it is, without a base. */
function setupEntry({ setup, verdict }: Outcome) {
  return {
    path: displayPath(setup.snapshot.root),
    base: null,
    fail2ban: setup.release.name,
    verdict,
    jails: { defined: setup.jails.length, enabled: setup.jails.filter(jail => jail.enabled).length },
  };
}

/** A finding as in schemas/lint.schema.json; `setup` is the index of its tree. */
export function findingEntry(diagnostic: Diagnostic, setup: number) {
  const { rule, severity, message, range, jail, option, related } = diagnostic;
  return {
    rule,
    severity,
    message,
    url: ruleUrl(rule),
    ...startOf(range),
    endLine: range.end.line,
    endColumn: range.end.column,
    setup,
    jail: jail ?? null,
    option: option ?? null,
    related: related.map(each => ({ ...startOf(each.range), message: each.message })),
    fixes: [],
    suppressed: null,
  };
}

function startOf({ file, start }: Range) {
  return { file: displayPath(file.path), line: start.line, column: start.column };
}
