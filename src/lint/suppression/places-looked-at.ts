import { loadFails } from '../../resolve/setup';
import type { SourceFile } from '../../resolve/source';
import { sectionAt } from '../../syntax/option-at';
import type { Model } from '../model';
import type { Directive } from './directive';

/**
 * Tells whether rules say all they have to say about what a comment is for: not of a jail that is off, of a file that is not read now, of
 * a template, nor of a tree that can't be loaded.
 */
export function placesLookedAt(model: Model): (directive: Directive) => boolean {
  if (loadFails(model.setup)) return () => false;
  const off = new Set(model.jails.filter(jail => !jail.enabled).map(({ name }) => name));
  const read = new Map(model.files.filter(each => each.isRead).map(each => [each.file.path, each]));
  const ofSshd = new Set(model.sshd?.walk.files.map(({ path }) => path));
  return ({ file, kind, next }) => {
    if (file.entry.kind !== 'text' || file.entry.template !== undefined) return false;
    if (ofSshd.has(file.path)) return true;
    const found = read.get(file.path);
    if (found === undefined) return false;
    if (found.kind !== 'jail') return true;
    if (kind === 'file') return !found.file.tree.sections.some(({ name }) => off.has(name));
    return !off.has(sectionBelow(found.file, next?.first) ?? '');
  };
}

/** The section in which a line (from 1) stands. */
function sectionBelow({ tree }: SourceFile, line: number | undefined): string | undefined {
  const start = line === undefined ? undefined : tree.lines[line - 1]?.contentStart;
  return start === undefined ? undefined : sectionAt(tree, start)?.name;
}
