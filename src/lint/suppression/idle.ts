import type { Directive } from './directive';

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
  if (!name.endsWith('/*')) return off.has(name) || off.has(`${name.slice(0, name.indexOf('/'))}/*`);
  return [...off].some(each => each.startsWith(name.slice(0, -1)));
}

function end(off: Set<string>, name: string): void {
  for (const each of name.endsWith('/*') ? [...off] : [name])
    if (each === name || (name.endsWith('/*') && each.startsWith(name.slice(0, -1)))) off.delete(each);
}
