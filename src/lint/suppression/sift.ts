import { sourcePath, type TextFile } from '../../resolve/source';
import type { Diagnostic } from '../finding';
import type { Model } from '../model';
import { findComments, mayHaveComments } from './comment-lines';
import { covers, type Directive, judgeComments } from './directive';
import { placesLookedAt } from './places-looked-at';
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
  const isLookedAt = placesLookedAt(model);
  const rules = new Map<string, readonly string[]>();
  const rulesOf = (name: string) => {
    const found = rules.get(name) ?? [...siftings.known].filter(id => covers(name, id));
    rules.set(name, found);
    return found;
  };
  const lookedAt = new Map<Directive, boolean>();
  return suppress(diagnostics, directives, (directive, name) => {
    const isThere = lookedAt.get(directive) ?? isLookedAt(directive);
    lookedAt.set(directive, isThere);
    return isThere && rulesOf(name).every(rule => siftings.hasLooked(rule, sourcePath(directive.file)));
  });
}
