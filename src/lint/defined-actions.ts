import { joinPath, withoutExtension } from '../files/posix-path';
import { stockActionKind } from '../knowledge/actions';
import type { SourceFile } from '../resolve/source';
import { actionAlone, type JailAction } from './jail-actions';
import type { Jail, Model } from './model';
import type { Use } from './use';

/** An action of action.d. */
export interface DefinedAction {
  readonly action: JailAction;
  readonly use: Extract<Use, 'used' | 'unused'>;
  /** The enabled jails that use it. */
  readonly jails: readonly Jail[];
}

/**
 * The actions of action.d that have a file for which `mayMatter` holds, each once: as the first enabled jail has it that uses it, and
 * as its files say if none does. `mayMatter` keeps the packaged ones from being read, of which there are many.
 */
export function definedActions(
  { setup, jails, files }: Model,
  mayMatter: (file: SourceFile) => boolean,
): readonly DefinedAction[] {
  const chosen = new Set(
    files.filter(({ kind, file }) => kind === 'action' && mayMatter(file)).map(({ file }) => file.path),
  );
  if (chosen.size === 0) return [];
  const used = new Map<string, DefinedAction & { readonly jails: Jail[] }>();
  const readPaths = new Set<string>();
  for (const jail of jails) {
    for (const action of jail.actions) {
      const { family } = action;
      if (family === undefined) continue;
      for (const { path } of family.files) readPaths.add(path);
      const known = used.get(family.base);
      if (known !== undefined) {
        if (!known.jails.includes(jail)) known.jails.push(jail);
      } else if (family.files.some(({ path }) => chosen.has(path))) {
        used.set(family.base, { action, use: 'used', jails: [jail] });
      }
    }
  }
  const directory = joinPath(setup.snapshot.root, 'action.d');
  const unused = new Set<string>();
  for (const path of chosen) {
    if (!path.startsWith(`${directory}/`) || readPaths.has(path)) continue;
    const name = withoutExtension(path.slice(directory.length + 1));
    // one of fail2ban's own that nobody uses
    if (!path.endsWith('.conf') || stockActionKind(name) === undefined) unused.add(name);
  }
  return [
    ...used.values(),
    ...[...unused].map(name => ({ action: actionAlone(setup, name), use: 'unused' as const, jails: [] })),
  ];
}

/** The actions of enabled jails, each file once: as the first jail has it. */
export function usedActions(
  jails: readonly Jail[],
): readonly { readonly action: JailAction; readonly jails: readonly Jail[] }[] {
  const used = new Map<string, { readonly action: JailAction; readonly jails: Jail[] }>();
  for (const jail of jails) {
    for (const action of jail.actions) {
      if (action.family === undefined) continue;
      const known = used.get(action.family.base);
      if (known === undefined) used.set(action.family.base, { action, jails: [jail] });
      else if (!known.jails.includes(jail)) known.jails.push(jail);
    }
  }
  return [...used.values()];
}
