import { atFile, defineRule } from '../../src/api';
import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { lint, type Outcome } from '../../src/lint/lint';
import type { Rule } from '../../src/lint/rule';
import { plainPalette } from '../../src/report/palette';
import type { Run } from '../../src/report/report';

export const run: Run = {
  version: '1.2.3',
  rules: [],
  exitCode: 1,
  directory: '/work',
  palette: plainPalette,
  quiet: false,
  showSuppressed: false,
  fold: false,
};

/** What a report is made of. */
export interface Reported {
  readonly outcomes: readonly Outcome[];
  readonly run: Run;
}

/** What somebody may write into a file, or call one, to make a reader of a report do something. */
export const hostileTexts = [
  '\x1b[2J\x1b[31mred\x1b]8;;https://evil.example\x07',
  'a\0b\x08\x7f\x9b31m',
  ']]>',
  '--><!-- x',
  '::error::gone',
  '::stop-commands::token',
  '\n::error file=a,line=1::gone',
  '%0A::error::gone%25',
  'a,b:c=d;e',
  '| pipe | pipe |',
  '`code` ```x``` ``',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</code></summary></details>',
  '<!--',
  '@octocat and @org/team',
  'https://evil.example/ http://evil.example www.evil.example me@evil.example',
  '<https://evil.example>',
  '![x](https://evil.example/x.png) [x](javascript:alert(1)) [x]: https://evil.example',
  '#1 GH-2 !3 owner/repo#4',
  '**bold** _slanted_ ~~gone~~ $x$ # head',
  'line\r\nline\rline\tline',
  '\u2028\u2029\u0085',
  '\u202etxt.exe\u2066\u200f\u061c',
  'lone \ud800 and \udc00',
  '\ufffe\uffff',
  '"\'&amp;&#10;&lt;',
  '\\ \\n \\u{1b}',
  '{0} {{1}}',
  '𝄞 é 漢字',
] as const;

/** A rule that says a text, with one related place, about the file of that number. */
function echoRule(texts: readonly string[], severity: 'error' | 'warning' | 'info'): Rule {
  return defineRule({
    id: `daemon/${severity}`,
    severity,
    summary: 'a [link](https://evil.example) in `code`',
    why: 'Because.',
    fix: 'do it',
    bad: {},
    good: {},
    evidence: [],
    check({ files }, report) {
      for (const { file } of files) {
        const text = texts[Number(/^jail\.d\/(\d+)/.exec(file.name)?.[1])];
        if (text === undefined) continue;
        const related = [{ at: atFile(file), message: text }];
        report({ at: atFile(file), message: `says ${text}`, jail: text, option: text, related });
      }
    },
  });
}

/** A tree whose files are called by the texts, with a finding of each severity for each. */
export function echo(texts: readonly string[], root = 'etc/fail2ban'): Reported {
  const files = texts.map((text, index) => {
    const name = `jail.d/${index}-${text.replaceAll('/', '∕').slice(0, 100)}.conf`;
    return [name, `[x${index}]\nenabled = false\n`] as const;
  });
  const rules = (['error', 'warning', 'info'] as const).map(severity => echoRule(texts, severity));
  return { outcomes: [lintFiles(new Map(files), rules, root)], run: { ...run, rules } };
}

export function lintFiles(
  files: ReadonlyMap<string, string>,
  rules: readonly Rule[],
  root = 'etc/fail2ban',
): Outcome {
  return lint(memorySnapshot(files, root), { release: defaultRelease, rules, severities: new Map() });
}

/** A tree with so many findings, all of one rule about one file. */
export function manyFindings(count: number): Reported {
  const lines = Array.from({ length: count }, (_, index) => `option${index} = "value" of ${index}\n`);
  const rule = defineRule({
    id: 'value/many',
    severity: 'warning',
    summary: 'many',
    why: 'Because.',
    fix: 'do it',
    bad: {},
    good: {},
    evidence: [],
    check({ files }, report) {
      for (const { file } of files) {
        for (const { keySpan, key } of file.tree.sections.flatMap(({ options }) => options))
          report({
            at: { kind: 'span', file, span: keySpan },
            message: `"${key}" is one of many`,
            option: key,
          });
      }
    },
  });
  const outcome = lintFiles(new Map([['jail.local', `[x]\n${lines.join('')}`]]), [rule]);
  return { outcomes: [outcome], run: { ...run, rules: [rule] } };
}

/** What a run without any finding gives. */
export const nothing: Reported = { outcomes: [lintFiles(new Map([['jail.local', '[x]\n']]), [])], run };
