import { overlaySnapshot } from '../../files/overlay';
import { joinPath, plainPath } from '../../files/posix-path';
import type { Snapshot } from '../../files/snapshot';
import { grouped } from '../../text/grouped';
import type { Diagnostic, Range } from '../finding';
import type { LintConfig, Outcome } from '../lint';
import type { SuppressedFinding } from '../suppression/suppress';
import { createLocator, type TemplateLocator } from './locate-in-template';
import type { TemplateFile } from './template-files';
import { type Printed, print, type Trial } from './trial';

/** What linting says of one way in which the templates may come out. */
export interface TrialResult {
  readonly outcome: Outcome;
  readonly printed: Printed;
  /** The findings that stand on what the templates say themselves, at their places there, by rule and place. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What comments suppress, in the same way. */
  readonly suppressed: ReadonlyMap<string, readonly SuppressedFinding[]>;
}

export type Lint = (snapshot: Snapshot, config: LintConfig) => Outcome;

export function runTrial(
  snapshot: Snapshot,
  config: LintConfig,
  lint: Lint,
  files: readonly TemplateFile[],
  trial: Trial,
): TrialResult {
  const printed = print(files, trial);
  const texts = new Map([...printed.files].map(([path, { text }]) => [path, text]));
  // read after all others
  const switches = joinPath(snapshot.root, 'jail.d/zzz-template.local');
  if (trial.isOn && printed.switchedJails.size > 0)
    texts.set(switches, [...printed.switchedJails].map(name => `[${name}]\nenabled = true\n`).join(''));
  const outcome = lint(overlaySnapshot(snapshot, texts), config);
  const locators = new Map<string, TemplateLocator>();
  for (const { file } of files) {
    const source = outcome.setup.sources(file.path);
    if (source !== undefined)
      locators.set(plainPath(file.path), createLocator(file, printed.files.get(file.path)!, source));
  }
  const findings = outcome.diagnostics
    .filter(each => each.range.file.path !== switches)
    .flatMap(each => placeInTemplates(each, locators, printed) ?? []);
  const suppressed = outcome.suppressed.flatMap(each => {
    const diagnostic = placeInTemplates(each.diagnostic, locators, printed);
    return diagnostic === undefined ? [] : [{ ...each, diagnostic }];
  });
  return {
    outcome,
    printed,
    findings: grouped(findings.map(each => [keyOf(each), each])),
    suppressed: grouped(suppressed.map(each => [keyOf(each.diagnostic), each])),
  };
}

function keyOf({ rule, range }: Diagnostic): string {
  return [rule, placeName(range)].join('\0');
}

function placeInTemplates(
  diagnostic: Diagnostic,
  locators: ReadonlyMap<string, TemplateLocator>,
  { names, openFiles }: Printed,
): Diagnostic | undefined {
  const { range, related, jail } = diagnostic;
  // an include may lead to a file by another way
  const locatorOf = (at: Range) => locators.get(plainPath(at.file.path));
  const locator = locatorOf(range);
  const found = locator === undefined ? range : locator.exact(range);
  if (found === undefined) return undefined;
  const isWholeFile = locator !== undefined && found.end.line === 1 && found.end.column === 1;
  // of what it may print nobody knows how many settings there are
  if (isWholeFile && openFiles.has(found.file.path)) return undefined;
  const near = (at: Range) => locatorOf(at)?.near(at) ?? at;
  const say = (message: string) => withExpressions(message, names);
  return {
    ...diagnostic,
    message: say(diagnostic.message) + (isWholeFile ? ' (as far as the template itself says)' : ''),
    range: found,
    jail: jail !== undefined && names.has(jail) ? undefined : jail,
    related: related.map(each => ({ range: near(each.range), message: say(each.message) })),
    // an edit of what comes out is none of the template
    fix: undefined,
  };
}

/** A message with the expressions for the names of jails that stood in their place. */
function withExpressions(message: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return message;
  return message.replace(/\[([^[\]]+)\]/g, (all, name: string) => {
    const expression = names.get(name);
    return expression === undefined ? all : `[${expression}]`;
  });
}

/** Tells a range from every other. */
export function placeName({ file, start, end }: Range): string {
  return [file.path, start.line, start.column, end.line, end.column].join(':');
}
