import { covers, type Directive, namesOf } from './directive';

/** The comments `f2blint-enable` of one file that end nothing, with the names that do not; all of them where it has none. */
export function idleNames(directives: readonly Directive[]): ReadonlyMap<Directive, ReadonlySet<string>> {
  const idle = new Map<Directive, ReadonlySet<string>>();
  const off = new Set<string>();
  for (const directive of directives) {
    const names = directive.rules.filter(rule => !rule.isUnknown).map(rule => rule.name);
    // one that has no effect would be ended here if it had
    if (directive.kind === 'off') for (const name of names) off.add(name);
    if (directive.kind !== 'on' || directive.fault !== undefined) continue;
    const without = names.filter(name => !endsOne(off, name));
    if (without.length > 0 || (directive.rules.length === 0 && off.size === 0))
      idle.set(directive, new Set(without));
    if (directive.rules.length === 0) off.clear();
    for (const name of names) end(off, name);
  }
  return idle;
}

function endsOne(off: ReadonlySet<string>, name: string): boolean {
  const [own, group] = namesOf(name);
  return off.has(own) || off.has(group) || (name === group && [...off].some(each => covers(name, each)));
}

function end(off: Set<string>, name: string): void {
  off.delete(name);
  if (name.endsWith('/*')) for (const each of off) if (covers(name, each)) off.delete(each);
}
