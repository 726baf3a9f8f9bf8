import { memorySnapshot } from '../files/snapshot';
import type { Facts } from '../host/facts';
import { defaultRelease } from '../knowledge/release';
import { lint, type Outcome } from './lint';
import type { ExampleTree, Rule } from './rule';

const understood: ExampleTree = { 'fail2ban.conf': '[Definition]\n' };

/**
 * Lints the tree of an example as if it were `/etc/fail2ban`, with `/etc/ssh/sshd_config` beside it. An example without fail2ban.conf
 * stands for a tree that has one.
 */
export function lintExample(tree: ExampleTree, rules: readonly Rule[]): Outcome {
  const sshdConfig = '/etc/ssh/sshd_config';
  const { 'facts.json': facts, ...files } = tree;
  const paths = new Map(
    Object.entries({ ...understood, ...files }).map(([name, text]) => [
      name.startsWith('ssh/') ? `/etc/${name}` : name,
      text,
    ]),
  );
  return lint(memorySnapshot(paths), {
    release: defaultRelease,
    rules,
    severities: new Map(),
    sshdConfig,
    ...(facts !== undefined && { facts: JSON.parse(facts) as Facts }),
  });
}
