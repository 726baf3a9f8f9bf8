import { isAtLeast } from '../knowledge/release';
import { describeProblem } from '../resolve/describe-failure';
import type { Family, LoadFailure } from '../resolve/family';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import { unindentedLines } from '../resolve/unindented-lines';
import type { SyntaxProblem } from '../syntax/tree';
import { interpolationRefusal } from './interpolation';
import { filePlace, missingFile, type Reason, reasonFor } from './reason';
import type { Refusal } from './refusal';

/** What ends the load of the files of one family; from 1.1.1 that some of them can't be read does so as well. */
export function familyReasons(setup: Setup, family: Family, jail: string | undefined): readonly Reason[] {
  const reasons = family.failures.map(failure => failureReason(setup, failure, jail));
  if (reasons.length > 0 || family.read || !isAtLeast(setup.release, '1.1.1')) return reasons;
  const [skipped] = family.skipped;
  const refusal = skipped === undefined ? missingMainFile(family) : unreadFile(skipped);
  const place = filePlace(skipped ?? missingFile(setup, `${family.base}.conf`));
  const subject = { text: undefined, setting: undefined, jail, option: undefined };
  return [{ ...reasonFor(setup, refusal, subject, 'down'), place }];
}

function missingMainFile({ base }: Family): Refusal {
  return {
    code: 'files-not-read',
    rule: 'resolution/main-file-missing',
    message: `there is no ${base}.conf`,
    advice: 'install the file that fail2ban brings along',
  };
}

/** A file that is there and that fail2ban passes over. */
export function unreadFile({ name, entry }: SourceFile): Refusal {
  const isText = entry.kind === 'undecodable';
  return {
    code: 'files-not-read',
    rule: isText ? 'syntax/encoding' : 'resolution/unreadable-file',
    message: isText ? `${name} is not UTF-8` : `${name} can't be read`,
    advice: isText
      ? 'save the file as UTF-8'
      : 'put a file in its place, and give fail2ban the right to read it',
  };
}

/** What ends the load in one file. */
export function failureReason(setup: Setup, failure: LoadFailure, jail: string | undefined): Reason {
  if (failure.kind === 'include') {
    const { setting, error } = failure;
    const refusal = interpolationRefusal(error, setting.key);
    return reasonFor(setup, refusal, { text: error.text, setting, jail, option: setting.key }, 'down');
  }
  if (failure.kind === 'include-depth') return includeDepthReason(setup, failure.setting, jail);
  const { file, problem } = failure;
  const refusal: Refusal = {
    code: 'syntax',
    rule: syntaxRule(file, problem),
    message: `${file.name} is refused: ${describeProblem(problem)}`,
  };
  const subject = { text: undefined, setting: undefined, jail, option: undefined };
  return { ...reasonFor(setup, refusal, subject, 'down'), place: { kind: 'span', file, span: problem.span } };
}

function includeDepthReason(setup: Setup, setting: Setting, jail: string | undefined): Reason {
  const refusal: Refusal = {
    code: 'include-depth',
    rule: 'resolution/include-cycle',
    message: `the includes of ${setting.file.name} go round in a circle, or too deep for Python`,
    advice: 'put what both files need into a third one, and include that',
  };
  return reasonFor(setup, refusal, { text: setting.text, setting, jail, option: setting.key }, 'down');
}

function syntaxRule({ tree }: SourceFile, { kind, span }: SyntaxProblem): string {
  if (kind === 'duplicate-section' || kind === 'duplicate-option') return `syntax/${kind}`;
  return unindentedLines(tree).has(span.start) ? 'syntax/continuation-not-indented' : 'syntax/parse-error';
}
