import { loadFails } from '../../resolve/setup';
import { type SourceFile, sourcePath, type TextFile } from '../../resolve/source';
import { sectionAt } from '../../syntax/option-at';
import type { Diagnostic } from '../finding';
import type { Model } from '../model';
import { findComments, mayHaveComments } from './comment-lines';
import { type Directive, judgeComments } from './directive';
import { type Sifted, suppress } from './suppress';

/** What else there is to know when comments are heeded. */
export interface Siftings {
  /** Ids of the rules there are. */
  readonly known: ReadonlySet<string>;
  /** A date: `2026-11-21`; without it no comment expires. */
  readonly today: string | undefined;
  /** Whether a rule has looked at a file, by where it lies, with all it needs. */
  hasLooked(rule: string, path: string): boolean;
}

/** Whether a file that counts has a comment of f2blint: most trees have none. */
export function hasComments({ files, sshd }: Model): boolean {
  return files.some(({ file }) => mayHaveComments(file)) || (sshd?.walk.files.some(mayHaveComments) ?? false);
}

/** Heeds the comments of f2blint in the files that were read, and in those that findings are about. */
export function sift(diagnostics: readonly Diagnostic[], model: Model, siftings: Siftings): Sifted {
  const ofSshd = new Set(model.sshd?.walk.files.map(({ path }) => path));
  const files = new Map<string, TextFile>();
  for (const file of [
    ...model.files.map(each => each.file),
    ...(model.sshd?.walk.files ?? []),
    ...diagnostics.map(({ range }) => range.file),
  ])
    if (!files.has(file.path)) files.set(file.path, file);
  const sources = (path: string) => (ofSshd.has(path) ? undefined : model.setup.sources(path));
  const comments = [...files.values()].flatMap(file =>
    mayHaveComments(file) ? findComments(file, sources(file.path)) : [],
  );
  if (comments.length === 0) return { kept: diagnostics, suppressed: [], directives: [] };
  const directives = judgeComments(comments, siftings.known, siftings.today);
  const isHeard = readPlaces(model);
  const groups = new Map<string, readonly string[]>();
  const rulesOf = (name: string) => {
    if (!name.endsWith('/*')) return [name];
    const found = groups.get(name) ?? [...siftings.known].filter(id => id.startsWith(name.slice(0, -1)));
    groups.set(name, found);
    return found;
  };
  const quiet = new Map<Directive, boolean>();
  return suppress(diagnostics, directives, (directive, name) => {
    const canSay = quiet.get(directive) ?? isHeard(directive);
    quiet.set(directive, canSay);
    return canSay && rulesOf(name).every(rule => siftings.hasLooked(rule, sourcePath(directive.file)));
  });
}

/**
 * Tells whether rules say all they have to say about what a comment is for: not of a jail that is off, of a file that is not read now, of
 * a template, nor of a tree that can't be loaded.
 */
function readPlaces(model: Model): (directive: Directive) => boolean {
  if (loadFails(model.setup)) return () => false;
  const off = new Set(model.jails.filter(jail => !jail.enabled).map(({ name }) => name));
  const read = new Map(model.files.filter(each => each.isRead).map(each => [each.file.path, each]));
  const ofSshd = new Set(model.sshd?.walk.files.map(({ path }) => path));
  return ({ file, kind, next }) => {
    if (file.entry.kind !== 'text' || isTemplate(file.entry)) return false;
    if (ofSshd.has(file.path)) return true;
    const found = read.get(file.path);
    if (found === undefined) return false;
    if (found.kind !== 'jail') return true;
    if (kind === 'file') return !found.file.tree.sections.some(({ name }) => off.has(name));
    return !off.has(sectionBelow(found.file, next?.first) ?? '');
  };
}

/** A template is read without what it is filled with. */
function isTemplate(entry: object): boolean {
  return 'template' in entry && entry.template !== undefined;
}

/** The section in which a line (from 1) stands. */
function sectionBelow({ tree }: SourceFile, line: number | undefined): string | undefined {
  const start = line === undefined ? undefined : tree.lines[line - 1]?.contentStart;
  return start === undefined ? undefined : sectionAt(tree, start)?.name;
}
