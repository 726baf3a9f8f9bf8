import { isKnownOption } from '../knowledge/options';
import { isAtLeast, type Release } from '../knowledge/release';
import type { Family } from '../resolve/family';
import type { DefinitionUse } from '../resolve/jail';
import type { SourceFile } from '../resolve/source';
import type { Section } from '../syntax/tree';
import type { FamilyKind } from './families';
import type { Jail, Model } from './model';
import { sectionReferences } from './section-references';

/** A section that holds what belongs into [Definition], in a filter or action without one. */
export interface MisnamedSection {
  readonly file: SourceFile;
  readonly section: Section;
  readonly kind: 'filter' | 'action';
  /** Enabled jails that use the filter or action. */
  readonly jails: readonly string[];
}

/** The sections that nobody reads of the filters and actions in use; in other letters [Definition] is told by another rule. */
export function misnamedSections({ jails, setup }: Model): readonly MisnamedSection[] {
  const users = new Map<Family, { kind: 'filter' | 'action'; jails: Set<string> }>();
  for (const jail of jails) {
    for (const { kind, family } of idleUses(jail, setup.release)) {
      const known = users.get(family) ?? { kind, jails: new Set() };
      users.set(family, known);
      known.jails.add(jail.name);
    }
  }
  return [...users].flatMap(([family, { kind, jails: names }]) => {
    const found = [...new Set(family.files)].flatMap(file =>
      file.tree.sections
        .filter(
          ({ name, options }) => !/^Init\b/.test(name) && options.some(({ key }) => isKnownOption(kind, key)),
        )
        .map(section => ({ file, section, kind, jails: [...names] })),
    );
    return found.slice(-1);
  });
}

/** The filters and actions of a jail that have no [Definition], and get no regex or command in another way. */
function idleUses(
  { reading }: Jail,
  release: Release,
): readonly { kind: 'filter' | 'action'; family: Family }[] {
  const isIdle = ({ family, texts }: DefinitionUse, option: string) =>
    family.failures.length === 0 &&
    texts.get(option) === undefined &&
    ![...family.sections.keys()].some(name => name.toLowerCase() === 'definition');
  const { filter, actions, options } = reading;
  // 0.11 doesn't even start with such a filter, which is told for itself
  const isIdleFilter =
    filter !== undefined &&
    isAtLeast(release, '1.0') &&
    !options.has('failregex') &&
    isIdle(filter, 'failregex');
  const idleActions = actions.filter(use => use.kind === 'command').filter(use => isIdle(use, 'actionban'));
  return [
    ...(isIdleFilter ? [{ kind: 'filter' as const, family: filter.family }] : []),
    ...idleActions.map(({ family }) => ({ kind: 'action' as const, family })),
  ];
}

/** A section of another kind of file: a jail in a filter, [Definition] among the jails. */
export interface ForeignSection {
  readonly file: SourceFile;
  readonly section: Section;
  readonly belongsIn: string;
  /** The file it belongs in, where that is one. */
  readonly target: string | undefined;
}

const notOfJails: ReadonlySet<string> = new Set(['Definition', 'Init', 'Thread']);
const ownOfDefinitions: ReadonlySet<string> = new Set([
  'definition',
  'default',
  'includes',
  'include',
  'init',
]);

/** Sections that do nothing where they stand. One that is enabled is a jail indeed, and one that others ask for has its use. */
export function foreignSections(model: Model): readonly ForeignSection[] {
  const { files, jails } = model;
  const enabled = new Set(jails.filter(jail => jail.enabled).map(jail => jail.name));
  const asked = new Map<FamilyKind, ReadonlySet<string>>();
  const isAskedFor = (name: string, among: FamilyKind) => {
    const names = asked.get(among) ?? sectionReferences(model, among);
    asked.set(among, names);
    return names.has(name);
  };
  return files.flatMap(({ file, kind }) => {
    if (kind === 'fail2ban') return [];
    const isForeign = ({ name, options }: Section) => {
      if (kind === 'jail') return notOfJails.has(name) && !enabled.has(name) && !isAskedFor(name, kind);
      const word = name.toLowerCase().split('?')[0]!;
      return (
        !ownOfDefinitions.has(word) && options.some(({ key }) => key === 'enabled') && !isAskedFor(name, kind)
      );
    };
    return file.tree.sections.filter(isForeign).map(section => {
      const belongsIn = kind === 'jail' ? placeOf(section) : 'a jail stands in jail.local';
      return { file, section, belongsIn, target: /\w+\.local$/.exec(belongsIn)?.[0] };
    });
  });
}

function placeOf({ name, options }: Section): string {
  const speaksOf = (reader: 'daemon' | 'filter' | 'action') =>
    options.some(({ key }) => isKnownOption(reader, key) && !isKnownOption('jail', key));
  if (name === 'Thread' || speaksOf('daemon')) return 'it belongs in fail2ban.local';
  if (speaksOf('action')) return 'it belongs in a file in action.d';
  return 'it belongs in a file in filter.d';
}
