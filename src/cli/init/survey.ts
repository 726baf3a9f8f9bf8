import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNothingFound } from '../io';
import { findTrees } from '../trees';

/** Where f2blint can be hooked in. */
export type Hook = 'github' | 'gitlab' | 'jenkins' | 'pre-commit' | 'ansible' | 'systemd';

/** What lies in a directory that is to have a `.f2blintrc`. */
export interface Survey {
  /** Directories of its configurations. */
  readonly trees: readonly string[];
  readonly hooks: readonly Hook[];
  /** The nearest `.f2blintrc` above, which no longer counts below. */
  readonly above: string | undefined;
}

/** What tells that something is in use; any of its paths. */
const signs: ReadonlyMap<Hook, readonly string[]> = new Map([
  ['pre-commit', ['.pre-commit-config.yaml']],
  ['github', ['.github']],
  ['gitlab', ['.gitlab-ci.yml']],
  ['jenkins', ['Jenkinsfile']],
  ['ansible', ['ansible.cfg', 'roles', 'playbooks', 'group_vars', 'galaxy.yml', 'tasks/main.yml']],
]);

/** Looks at what a directory holds. Nothing in it is linted. */
export async function survey(directory: string): Promise<Survey> {
  const hooks = [...signs].filter(([, paths]) => paths.some(path => existsSync(join(directory, path))));
  const absolute = realpathSync(directory);
  return {
    trees: await treesIn(directory),
    hooks: [
      ...hooks.map(([hook]) => hook),
      ...(/^\/(?:etc\/?)?$|^\/etc\/fail2ban$/.test(absolute) ? (['systemd'] as const) : []),
    ],
    above: findAbove(absolute),
  };
}

async function treesIn(directory: string): Promise<readonly string[]> {
  try {
    const { trees } = await findTrees(directory);
    return trees.map(tree => tree.directory);
  } catch (error) {
    if (isNothingFound(error)) return [];
    throw error;
  }
}

function findAbove(absolute: string): string | undefined {
  for (let below = absolute; dirname(below) !== below; below = dirname(below)) {
    const file = join(dirname(below), '.f2blintrc');
    if (existsSync(file)) return file;
  }
  return undefined;
}
