import type { Range } from '../lint/finding';
import type { JudgedFix } from '../lint/fix';
import type { FixOf } from '../lint/fix-result';
import type { Outcome } from '../lint/lint';
import type { Suppression } from '../lint/suppression/suppress';
import { sourcePath } from '../resolve/source';
import { displayPath } from './display-path';
import { toJson } from './json';
import { type Reported, reported } from './reported';
import { ruleUrl } from './rule-url';
import { summarize } from './summary';

/** The answer of `lint --format json`, as in design/cli.md and schemas/lint.schema.json. */
export function lintJson(outcomes: readonly Outcome[], version: string, showSuppressed = false): string {
  const { errors, warnings, infos, fixable, suppressed, files } = summarize(outcomes);
  const document = {
    schemaVersion: 1,
    tool: { name: 'f2blint', version },
    setups: outcomes.map(setupEntry),
    findings: outcomes.flatMap((outcome, index) =>
      reported(outcome, showSuppressed).map(each => findingEntry(each, index, outcome)),
    ),
    summary: { errors, warnings, infos, fixable, suppressed, files },
    ...(outcomes.some(({ fixed }) => fixed !== undefined) && { fixed: fixedEntry(outcomes) }),
  };
  return toJson(document);
}

function setupEntry({ setup, verdict, isVerdictOpen = false }: Outcome) {
  return {
    path: displayPath(setup.snapshot.root),
    base: setup.snapshot.base?.name ?? null,
    fail2ban: setup.release.name,
    verdict: isVerdictOpen ? null : verdict,
    jails: { defined: setup.jails.length, enabled: setup.jails.filter(jail => jail.enabled).length },
  };
}

/** A finding as in schemas/lint.schema.json; `setup` is the index of its tree. */
export function findingEntry({ diagnostic, by }: Reported, setup: number, { fixes }: Outcome) {
  const fix = fixes?.get(diagnostic);
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
    fixes: fix === undefined ? [] : [fixEntry(fix)],
    suppressed: by === undefined ? null : suppressionEntry(by),
  };
}

function suppressionEntry({ kind, reason, until }: Suppression) {
  return { kind, reason: reason ?? null, until: until ?? null };
}

/** What became of the fixes, over all trees. */
function fixedEntry(outcomes: readonly Outcome[]) {
  const of = (part: 'applied' | 'held' | 'refused') =>
    outcomes.flatMap(({ fixed }) =>
      (fixed?.[part] ?? []).map((each: FixOf & { readonly why?: string }) => ({
        rule: each.diagnostic.rule,
        ...startOf(each.diagnostic.range),
        title: each.fix.title,
        ...(each.why !== undefined && { why: each.why }),
      })),
    );
  return { applied: of('applied'), held: of('held'), refused: of('refused') };
}

function fixEntry({ title, safety, edits, command }: JudgedFix) {
  return {
    title,
    safety,
    edits: edits.map(({ path, start, end, text }) => ({ file: displayPath(path), start, end, text })),
    ...(command !== undefined && { command }),
  };
}

function startOf({ file, start }: Range) {
  return { file: displayPath(sourcePath(file)), line: start.line, column: start.column };
}
