import { rules } from '../../rules/index';
import {
  type Diagnostic,
  defaultRelease,
  lint,
  memorySnapshot,
  type Rule,
  type Severity,
} from '../../src/api';
import type { Facts } from '../../src/host/facts';
import type { ExampleTree } from '../../src/lint/rule';
import { changedFiles, fixTree } from '../fix/fix-tree';

/** A tree on which a rule has something to say. The places are marked in the text: `bantime = ⟦forever⟧`. */
export interface InvalidCase {
  readonly tree: ExampleTree;
  /** Messages in the order of the marks, sorted by file name. */
  readonly messages: readonly string[];
  readonly severity?: Severity;
  /** Instead of marks where there is no text to mark: `jail.local:1:1-1:1`. */
  readonly places?: readonly string[];
  /** `jail.local:2:1` of each related place of the first finding. */
  readonly related?: readonly string[];
  /** What the fixes of this rule make of the files they change, those that need a decision included; none changes any without it. */
  readonly fixed?: Readonly<Record<string, string>>;
}

export interface RuleCases {
  readonly valid: Readonly<Record<string, ExampleTree>>;
  readonly invalid: Readonly<Record<string, InvalidCase>>;
}

const root = '/etc/fail2ban';
const sshdConfig = '/etc/ssh/sshd_config';

/** Runs the examples of a rule and further cases; each also with other line ends, tabs behind `=` and no final line end. */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    test('the bad example gives this finding', () => {
      expect(run(rule, rule.bad).length).toBeGreaterThan(0);
    });
    test('the good example gives none', () => {
      expect(run(rule, rule.good)).toEqual([]);
    });
    test('has at least three further cases of each kind', () => {
      expect(Object.keys(cases.valid).length).toBeGreaterThanOrEqual(3);
      expect(Object.keys(cases.invalid).length).toBeGreaterThanOrEqual(3);
    });
    for (const [variant, change] of variants) {
      for (const [name, tree] of Object.entries(cases.valid)) {
        test(`${name}${variant}: silent`, () => {
          expect(run(rule, mapTree(tree, change)).map(describeDiagnostic)).toEqual([]);
        });
      }
      for (const [name, invalid] of Object.entries(cases.invalid)) {
        test(`${name}${variant}: reported`, () => checkInvalid(rule, invalid, change));
      }
    }
    for (const [name, { tree, fixed }] of Object.entries(cases.invalid)) {
      if (fixed === undefined) continue;
      test(`${name}: fixed`, () => {
        expect(changedFiles(fixTree(mapTree(tree, unmark), [rule], 'all', rulesWith(rule)))).toEqual(fixed);
      });
      test(`${name} (CRLF): fixed`, () => {
        const run = fixTree(
          mapTree(tree, text => unmark(text).replaceAll('\n', '\r\n')),
          [rule],
          'all',
          rulesWith(rule),
        );
        // a new file may have the line ends of what was moved there
        const plain = (text: string | undefined, file: string) =>
          tree[file] === undefined ? text?.replaceAll('\r\n', '\n') : text;
        const texts = Object.entries(changedFiles(run)).map(([file, text]) => [file, plain(text, file)]);
        const expected = mapTree(fixed, text => text.replaceAll('\n', '\r\n'));
        expect(Object.fromEntries(texts)).toEqual(
          Object.fromEntries(Object.keys(fixed).map(file => [file, plain(expected[file], file)])),
        );
      });
    }
  });
}

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['', text => text],
  [' (CRLF)', text => text.replaceAll('\n', '\r\n')],
  [' (tabs)', text => text.replaceAll(' = ', '\t=\t')],
  [' (no final line end)', text => text.replace(/\n$/, '')],
];

function checkInvalid(rule: Rule, invalid: InvalidCase, change: (text: string) => string): void {
  const marked = mapTree(invalid.tree, change);
  const found = run(rule, mapTree(marked, unmark));
  expect(found.map(({ message }) => message)).toEqual(invalid.messages);
  expect(found.map(describePlace)).toEqual(invalid.places ?? marksOf(marked));
  if (invalid.severity !== undefined)
    expect(found.map(each => each.severity)).toEqual(found.map(() => invalid.severity));
  if (invalid.related !== undefined) {
    expect(
      found[0]?.related.map(({ range }) => `${range.file.name}:${range.start.line}:${range.start.column}`),
    ).toEqual(invalid.related);
  }
}

/** What one rule says about a tree. */
export function run(rule: Rule, tree: ExampleTree): readonly Diagnostic[] {
  return lintTree(tree, rulesWith(rule)).filter(each => each.rule === rule.id);
}

/** A rule that judges what became of the findings of others needs those. */
function rulesWith(rule: Rule): readonly Rule[] {
  return rule.isLast ? rules : [rule];
}

/** What rules say about a tree of an example. */
export function lintTree(tree: ExampleTree, rules: readonly Rule[]): readonly Diagnostic[] {
  const { 'facts.json': facts, ...files } = tree;
  const paths = new Map(
    Object.entries(files).map(
      ([name, text]) => [name.startsWith('ssh/') ? `/etc/${name}` : name, text] as const,
    ),
  );
  return lint(memorySnapshot(paths, root), {
    release: defaultRelease,
    rules,
    severities: new Map(),
    sshdConfig,
    today: '2026-01-01',
    ...(facts !== undefined && { facts: JSON.parse(facts) as Facts }),
  }).diagnostics;
}

function mapTree(tree: ExampleTree, change: (text: string) => string): ExampleTree {
  return Object.fromEntries(Object.entries(tree).map(([name, text]) => [name, change(text)]));
}

function unmark(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

function describeDiagnostic(diagnostic: Diagnostic): string {
  return `${describePlace(diagnostic)} ${diagnostic.message}`;
}

function describePlace({ range: { file, start, end } }: Diagnostic): string {
  return `${displayName(file.path)}:${start.line}:${start.column}-${end.line}:${end.column}`;
}

function displayName(path: string): string {
  return path.startsWith('/etc/ssh/') ? path.slice('/etc/'.length) : path.slice(root.length + 1);
}

/** Places of the marks, in the order in which findings are sorted. */
function marksOf(tree: ExampleTree): readonly string[] {
  const pathOf = (name: string) => (name.startsWith('ssh/') ? `/etc/${name}` : `${root}/${name}`);
  const names = Object.keys(tree).sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return names.flatMap(name => {
    const marks: string[] = [];
    let line = 1;
    let column = 1;
    let open = '';
    for (const [character] of (tree[name] ?? '').matchAll(/\r\n|./gs)) {
      if (character === '⟦') open = `${line}:${column}`;
      else if (character === '⟧') marks.push(`${name}:${open}-${line}:${column}`);
      else if (character === '\n' || character === '\r\n' || character === '\r') {
        line++;
        column = 1;
      } else column++;
    }
    return marks;
  });
}
