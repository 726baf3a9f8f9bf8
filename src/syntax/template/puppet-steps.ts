import { bareCode } from './bare-code';
import { type BlockKind, branch, close, open, type Step } from './tag';

/** What code of Puppet between `<%` and `%>` does to the blocks around it: each is in braces. */
export function puppetSteps(code: string): readonly Step[] {
  const bare = bareCode(code);
  const steps: Step[] = [];
  // where the steps stood when a brace of this very code was opened
  const opened: number[] = [];
  const brace = /[{}]/g;
  let from = 0;
  for (let match = brace.exec(bare); match !== null; match = brace.exec(bare)) {
    const before = bare.slice(Math.max(from, match.index - 1000), match.index);
    from = match.index + 1;
    if (match[0] === '{') {
      opened.push(steps.length);
      steps.push(open(kindOf(before)));
      continue;
    }
    const start = opened.pop();
    const rest = bare.slice(from, from + 1000);
    const next = /^\s*(?:else|elsif)\b[^{}]*\{/.exec(rest);
    if (next === null) {
      // opened and closed here, with no text in it
      if (start === undefined) steps.push(close);
      else steps.length = start;
      continue;
    }
    opened.push(start ?? steps.length);
    steps.push(branch(/^\s*else\b/.test(next[0])));
    from += next[0].length;
    brace.lastIndex = from;
    if (start === undefined) opened.pop();
  }
  return steps;
}

function kindOf(before: string): BlockKind {
  return /\bcase\b[^\n]*$/.test(before) ? 'plain' : 'choice';
}
