import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { conciseLine } from './concise';
import { displayPath } from './display-path';
import { pathFrom } from './path-from';
import type { Run } from './report';
import { xmlChildren, xmlDeclaration, xmlElement, xmlText } from './xml';

/**
 * JUnit's XML as CI servers read it: a suite for each tree, with a case that passes where there is nothing to say, else one for each
 * finding. Errors and warnings fail, an info passes with its text as output. Names have no line numbers, so that a finding keeps
 * its history when lines move.
 */
export function junit(outcomes: readonly Outcome[], run: Run): string {
  const suites = outcomes.map(outcome => suiteElement(outcome, run));
  const failures = outcomes.reduce((sum, { diagnostics }) => sum + countFailures(diagnostics), 0);
  const tests = outcomes.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
  const attributes = { name: 'f2blint', tests, failures, errors: 0, time: 0 };
  return `${xmlDeclaration}${xmlElement('testsuites', attributes, xmlChildren(suites))}\n`;
}

function suiteElement({ setup, diagnostics }: Outcome, { directory }: Run): string {
  const name = displayPath(setup.snapshot.root);
  const uniqueName = createUniqueNames();
  const cases =
    diagnostics.length === 0
      ? [caseElement(name, 'no findings')]
      : diagnostics.map(each => {
          const className = pathFrom(directory, sourcePath(each.range.file));
          return caseElement(className, uniqueName(className, `${each.rule}: ${each.message}`), each);
        });
  const failures = countFailures(diagnostics);
  const attributes = { name, tests: cases.length, failures, errors: 0, skipped: 0, time: 0 };
  return xmlElement('testsuite', attributes, xmlChildren(cases));
}

function caseElement(classname: string, name: string, diagnostic?: Diagnostic): string {
  return xmlElement(
    'testcase',
    { classname, name, time: 0 },
    diagnostic && xmlChildren([answer(diagnostic)]),
  );
}

function answer(diagnostic: Diagnostic): string {
  const text = xmlText(conciseLine(diagnostic));
  const { severity: type, message } = diagnostic;
  return type === 'info'
    ? xmlElement('system-out', {}, text)
    : xmlElement('failure', { type, message }, text);
}

function countFailures(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity !== 'info').length;
}

/** Readers take one case of each class and name: further ones get a number. */
function createUniqueNames(): (className: string, name: string) => string {
  const counts = new Map<string, number>();
  return (className, name) => {
    const key = `${className}\0${name}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
