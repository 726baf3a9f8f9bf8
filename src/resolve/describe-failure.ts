import type { SyntaxProblem } from '../syntax/tree';
import type { LoadFailure } from './family';
import type { InterpolationError } from './interpolate';
import type { Places } from './places';

/** What ends the load of a family, with file and line, in a few words. */
export function describeFailure(failure: LoadFailure, places: Places): string {
  if (failure.kind === 'syntax') {
    const { file, problem } = failure;
    return `${file.name}:${places.position(file, problem.span.start).line}: ${describeProblem(problem)}`;
  }
  const { setting } = failure;
  const { line } = places.position(setting.file, setting.option.keySpan.start);
  const what =
    failure.kind === 'include'
      ? describeInterpolation(failure.error)
      : 'includes that go round in a circle, or too deep,';
  return `${setting.file.name}:${line}: ${what} in "${setting.key}" of [${setting.section}]`;
}

/** What fail2ban rejects in a file. */
export function describeProblem(problem: SyntaxProblem): string {
  switch (problem.kind) {
    case 'missing-header':
      return 'text before the first [section]';
    case 'byte-order-mark':
      return 'the file starts with a byte order mark';
    case 'no-delimiter':
      return 'a line that is neither a comment, a [section] nor "option = value"';
    case 'empty-key':
      return 'an option without a name';
    case 'duplicate-section':
      return `section [${problem.name}] appears twice in the file`;
    case 'duplicate-option':
      return `"${problem.name}" is set twice in [${problem.section}]`;
  }
}

/** Why a value can't be put together. */
export function describeInterpolation({ kind, name }: InterpolationError): string {
  switch (kind) {
    case 'missing':
      return `nothing sets "${name}", which %(${name})s asks for`;
    case 'percent':
      return 'a "%" that is not written "%%"';
    case 'unclosed':
      return '"%(" without ")s"';
    case 'depth':
      return 'references nested more than ten deep, or going round in a circle,';
    case 'not-text':
      return `"${name}" is a number or nothing here, which %(${name})s can't use,`;
    case 'too-large':
      return `%(${name})s makes the value longer than a million characters`;
  }
}
