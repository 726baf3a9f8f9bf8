import { bareCode } from './bare-code';
import { branch, close, open, type Step } from './tag';

/** What code of Ruby between `<%` and `%>` does to the blocks around it. */
export function rubySteps(code: string): readonly Step[] {
  const steps: Step[] = [];
  for (const statement of bareCode(code).split(/[\n;]/)) readStatement(statement, steps);
  return withoutEmpty(steps);
}

function readStatement(statement: string, steps: Step[]): void {
  const words = statement.match(/[\w?!.:@]+|[{}]|\|[^|{}]*\||=/g) ?? [];
  let isFirst = true;
  let loops = false;
  for (const word of words) {
    switch (word) {
      case 'if':
      case 'unless':
        // behind something it is a condition of that
        if (isFirst) steps.push(open('choice'));
        break;
      case 'while':
      case 'until':
      case 'for':
        if (isFirst) {
          steps.push(open('choice'));
          loops = true;
        }
        break;
      case 'case':
        steps.push(open('cases'));
        break;
      case 'begin':
        steps.push(open('plain'));
        break;
      case 'def':
        steps.push(open('hidden'));
        break;
      case 'do':
        if (!loops) steps.push(open('choice'));
        break;
      case '{':
        steps.push(open('choice'));
        break;
      case 'elsif':
      case 'when':
        steps.push(branch(false));
        break;
      case 'else':
        steps.push(branch(true));
        break;
      case 'end':
      case '}':
        steps.push(close);
        break;
    }
    isFirst = word === '=' || word === 'then' || word === 'else';
  }
}

/** Without blocks that are opened and closed in the same code. */
function withoutEmpty(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = [];
  const opened: number[] = [];
  for (const step of steps) {
    if (step.kind === 'open') opened.push(kept.length);
    const start = step.kind === 'close' ? opened.pop() : undefined;
    if (start === undefined) kept.push(step);
    else kept.length = start;
  }
  return kept;
}
