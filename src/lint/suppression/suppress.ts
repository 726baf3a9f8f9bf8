import { grouped } from '../../text/grouped';
import type { Diagnostic } from '../finding';
import { type Directive, isAboutComments, isInForce } from './directive';
import { idleNames } from './idle';
import { createScope, type Scope } from './scope';

/** Why a finding is not reported. */
export interface Suppression {
  /** By a comment in the file, or by the baseline. */
  readonly kind: 'inline' | 'baseline';
  readonly reason: string | undefined;
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: string | undefined;
}

/** A finding that is not reported. */
export interface SuppressedFinding {
  readonly diagnostic: Diagnostic;
  readonly by: Suppression;
}

/** A comment of f2blint with what became of it. */
export interface JudgedDirective extends Directive {
  /** The names that switch nothing off or on, though their rules have looked; `all` where the whole comment can go. */
  readonly unused: ReadonlySet<string> | 'all';
}

/** What is left of the findings of a tree once the comments in its files are heeded. */
export interface Sifted {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly directives: readonly JudgedDirective[];
}

/**
 * Heeds the comments. `hasLooked` tells whether the rule of a name has looked at what a comment is about with all it needs, so that a
 * name for which there is no finding is unused.
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  directives: readonly Directive[],
  hasLooked: (directive: Directive, name: string) => boolean,
): Sifted {
  const byFile = grouped(directives.map(directive => [directive.file.path, directive]));
  const scopes = new Map<string, Scope>([...byFile].map(([path, found]) => [path, createScope(found)]));
  const used = new Map<Directive, Set<string>>();
  const kept: Diagnostic[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const diagnostic of diagnostics) {
    const { rule, range } = diagnostic;
    const entry = isAboutComments(rule)
      ? undefined
      : scopes.get(range.file.path)?.entryFor(rule, range.start.line);
    if (entry === undefined) {
      kept.push(diagnostic);
      continue;
    }
    const { directive } = entry;
    used.set(directive, (used.get(directive) ?? new Set()).add(entry.rule.name));
    const { reason, until } = directive;
    suppressed.push({ diagnostic, by: { kind: 'inline', reason, until: until?.date } });
  }
  const idle = new Map([...byFile.values()].flatMap(found => [...idleNames(found)]));
  const unusedOf = (directive: Directive): JudgedDirective['unused'] => {
    if (!isInForce(directive)) return new Set();
    const ended = idle.get(directive);
    if (directive.kind === 'on') return ended === undefined ? new Set() : allOf(directive, ended);
    const names = directive.rules.filter(
      ({ name, isUnknown }) =>
        !isUnknown && used.get(directive)?.has(name) !== true && hasLooked(directive, name),
    );
    return allOf(directive, new Set(names.map(({ name }) => name)));
  };
  return { kept, suppressed, directives: directives.map(each => ({ ...each, unused: unusedOf(each) })) };
}

function allOf({ kind, rules }: Directive, unused: ReadonlySet<string>): JudgedDirective['unused'] {
  if (kind !== 'on' && unused.size === 0) return unused;
  return rules.every(({ name }) => unused.has(name)) ? 'all' : unused;
}
