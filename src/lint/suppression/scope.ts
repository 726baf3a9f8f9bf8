import { lastUpTo } from '../../text/last-up-to';
import { type Directive, type DirectiveRule, isInForce, namesOf } from './directive';

/** A name in a comment together with the comment. */
export interface Entry {
  readonly directive: Directive;
  readonly rule: DirectiveRule;
}

/** Finds the comments of one file that have to do with a finding. */
export interface Scope {
  /** What switches a rule off on a line; undefined where nothing does. */
  entryFor(rule: string, line: number): Entry | undefined;
}

/** Puts the comments of one file in order; they are given as they stand. */
export function createScope(directives: readonly Directive[]): Scope {
  const onNext = new Map<string, Entry>();
  const inFile = new Map<string, Entry>();
  const switches = new Map<string, Entry[]>();
  const allOn: Entry[] = [];
  for (const directive of directives.filter(isInForce)) {
    const { kind, next } = directive;
    if (kind === 'on' && directive.rules.length === 0)
      allOn.push({ directive, rule: { name: '', span: directive.span, isUnknown: false, meant: undefined } });
    for (const rule of directive.rules) {
      if (rule.isUnknown) continue;
      const entry = { directive, rule };
      if (kind === 'file') setFirst(inFile, rule.name, entry);
      else if (kind === 'next-line') setFirst(onNext, `${next?.first} ${rule.name}`, entry);
      else add(switches, rule.name, entry);
    }
  }
  const firstLines = firstLinesOf(directives);
  const ordered = new Map<string, readonly Entry[]>();
  function switchesOf(rule: string): readonly Entry[] {
    const known = ordered.get(rule);
    if (known !== undefined) return known;
    const found = [...namesOf(rule).flatMap(name => switches.get(name) ?? []), ...allOn];
    found.sort((a, b) => a.directive.line - b.directive.line);
    ordered.set(rule, found);
    return found;
  }
  return {
    entryFor(rule, line) {
      const names = namesOf(rule);
      for (const first of [line, firstLines.get(line)]) {
        const found = onNext.get(`${first} ${names[0]}`) ?? onNext.get(`${first} ${names[1]}`);
        if (first !== undefined && found !== undefined) return found;
      }
      const last = lastUpTo(switchesOf(rule), line - 1, ({ directive }) => directive.line);
      if (last?.directive.kind === 'off') return last;
      return inFile.get(names[0]) ?? inFile.get(names[1]);
    },
  };
}

/** For each further line of a value below a comment, the line it begins on. */
function firstLinesOf(directives: readonly Directive[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const next of new Set(directives.map(each => each.next))) {
    if (next === undefined) continue;
    for (let line = next.first + 1; line <= next.last; line++) found.set(line, next.first);
  }
  return found;
}

function setFirst(map: Map<string, Entry>, key: string, entry: Entry): void {
  if (!map.has(key)) map.set(key, entry);
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [entry]);
  else found.push(entry);
}
