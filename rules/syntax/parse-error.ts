import {
  atSpan,
  defineRule,
  describeProblem,
  excerpt,
  explainRejectedLine,
  gradeByUse,
  onceUsed,
  parseFix,
  type SyntaxProblem,
  type SyntaxTree,
  stopsReading,
  unindentedLines,
} from '../../src/api';

export default defineRule({
  id: 'syntax/parse-error',
  severity: 'error',
  summary: 'a line the parser rejects',
  why: `One bad line in any file that is read ends the load of everything: fail2ban does not start, and every jail is gone, not
just the one that was edited. It may be a marker that a merge left behind, an option above the first [section], or a byte order mark
from a Windows editor. Filters and actions are read once an enabled jail uses them.`,
  fix: 'mend, remove or comment out the line; save the file as UTF-8 without a byte order mark',
  bad: { 'jail.local': '[DEFAULT]\nbantime = 1h\n<<<<<<< ours\nfindtime = 20m\n' },
  good: { 'jail.local': '# a comment\n[DEFAULT]\nbantime: 1h\nfindtime:\n' },
  evidence: [
    'fail2ban/fail2ban#4023',
    'fail2ban/fail2ban#2822',
    'fail2ban/fail2ban#485',
    'fail2ban/fail2ban#405',
  ],
  check({ setup, written }, report) {
    for (const treeFile of written) {
      const { file, isRead } = treeFile;
      const use = isRead ? 'used' : 'unused';
      for (const problem of file.tree.problems) {
        if (problem.kind === 'duplicate-option' || problem.kind === 'duplicate-section') continue;
        // Python meets the bad byte first
        if (file.entry.kind === 'undecodable' && !stopsReading(problem)) continue;
        if (unindentedLines(file.tree).has(problem.span.start)) continue;
        const fix = parseFix(setup, treeFile, problem);
        report({
          at: atSpan(file, problem.span),
          message: `${file.name} cannot be parsed: ${describe(file.tree, problem)}; fail2ban will not start${onceUsed(use)}`,
          severity: gradeByUse(use, 'error'),
          ...(fix && { fix }),
        });
      }
    }
  },
});

function describe(tree: SyntaxTree, problem: SyntaxProblem): string {
  if (problem.kind === 'byte-order-mark') return describeProblem(problem);
  const text = excerpt(tree.text.slice(problem.span.start, problem.span.end));
  switch (explainRejectedLine(tree, problem.span)) {
    case 'conflict-marker':
      return `"${text}" is a conflict marker that a merge left behind`;
    case 'unclosed-header':
      return `"${text}" is no [section], its brackets are not complete`;
    case 'unknown':
      return `"${text}" is ${describeProblem(problem)}`;
  }
}
