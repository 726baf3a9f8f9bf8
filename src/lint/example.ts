import { memorySnapshot, type Snapshot } from '../files/snapshot';
import type { Facts } from '../host/facts';
import { defaultRelease } from '../knowledge/release';
import { type LintConfig, lint, type Outcome } from './lint';
import type { ExampleTree, Rule } from './rule';

const understood: ExampleTree = { 'fail2ban.conf': '[Definition]\n' };

/** What there is to lint in an example, and how. */
export interface Example {
  readonly snapshot: Snapshot;
  readonly config: LintConfig;
}

/**
 * Reads the tree of an example as if it were `/etc/fail2ban`, with `/etc/ssh/sshd_config` beside it. An example without fail2ban.conf
 * stands for a tree that has one.
 */
export function readExample(tree: ExampleTree, rules: readonly Rule[]): Example {
  const { 'facts.json': facts, ...files } = tree;
  const paths = new Map(
    Object.entries({ ...understood, ...files }).map(([name, text]) => [
      name.startsWith('ssh/') ? `/etc/${name}` : name,
      text,
    ]),
  );
  const config = {
    release: defaultRelease,
    rules,
    severities: new Map(),
    sshdConfig: '/etc/ssh/sshd_config',
    today: '2026-01-01',
    ...(facts !== undefined && { facts: JSON.parse(facts) as Facts }),
  };
  return { snapshot: memorySnapshot(paths), config };
}

/** Lints the tree of an example. */
export function lintExample(tree: ExampleTree, rules: readonly Rule[]): Outcome {
  const { snapshot, config } = readExample(tree, rules);
  return lint(snapshot, config);
}

/** What a rule says of its bad example. One that judges what became of the findings of others needs those. */
export function lintBadExample(rule: Rule, rules: readonly Rule[]): Outcome {
  const outcome = lintExample(rule.bad, rule.isLast ? rules : [rule]);
  return { ...outcome, diagnostics: outcome.diagnostics.filter(each => each.rule === rule.id) };
}
