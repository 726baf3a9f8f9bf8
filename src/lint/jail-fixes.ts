import { isPackagedFile } from '../knowledge/packaged-files';
import type { SourceFile } from '../resolve/source';
import type { Section } from '../syntax/tree';
import { excerpt } from '../text/excerpt';
import type { Edit, Fix } from './fix';
import type { Jail, Model } from './model';
import { renameSection } from './rename-section';

/**
 * Another name for a jail of the admin's, as all sections of its name; undefined where the package has a jail of the old name, or where
 * the filter hangs on the name.
 */
export function renameJailFix({ setup }: Model, jail: Jail, to: string, decision: string): Fix | undefined {
  const sections = setup.jailFamily.files.flatMap(file =>
    file.tree.sections.filter(each => each.name === jail.name).map(section => ({ file, section })),
  );
  const isTaken = setup.jailFamily.sections.has(to);
  if (isTaken || sections.length === 0 || sections.some(({ file }) => isPackagedFile(file.name)))
    return undefined;
  if (jail.option('filter')?.raw.value.includes('%(__name__)s')) return undefined;
  return renamed(sections, to, decision);
}

/** The same where the new name is that of a jail there is: the settings become those of that jail. */
export function joinJailFix({ setup }: Model, name: string, to: string, decision: string): Fix | undefined {
  const sections = setup.jailFamily.files.flatMap(file =>
    file.tree.sections.filter(each => each.name === name).map(section => ({ file, section })),
  );
  if (sections.length === 0 || !setup.jailFamily.sections.has(to)) return undefined;
  return renamed(sections, to, decision);
}

function renamed(
  sections: readonly { readonly file: SourceFile; readonly section: Section }[],
  to: string,
  decision: string,
): Fix {
  const fixes = sections.map(({ file, section }) => renameSection(file, section, to));
  return {
    title: `call the jail ${excerpt(to)}`,
    edits: fixes.flatMap(fix => fix.edits),
    changes: fixes[0]!.changes,
    renamed: fixes[0]!.renamed!,
    decision,
  };
}

/** The first words of a name that fit into a length; undefined where not even the first does. */
export function shortName(name: string, longest: number): string | undefined {
  const words = name.split(/(?=[-_.])/);
  let short = '';
  for (const word of words) {
    if (short.length + word.length > longest) break;
    short += word;
  }
  return short === '' || short === name ? undefined : short;
}

/**
 * The log that another jail with the same filter watches, with the backend it does that with. Where that one is enabled the settings are
 * put into it.
 */
export function sameLogFix(model: Model, jail: Jail): Fix | undefined {
  const { jails } = model;
  const filter = filterName(jail);
  const other = jails.find(
    each => each !== jail && filterName(each) === filter && each.option('logpath')?.setting !== undefined,
  );
  const [logpath, backend] = ['logpath', 'backend'].map(name => other?.option(name));
  if (filter === undefined || other === undefined || logpath === undefined) return undefined;
  // two jails would do the same work
  if (other.enabled)
    return joinJailFix(model, jail.name, other.name, 'whether these are settings of that jail');
  const values = [
    ['logpath', logpath.raw.value] as const,
    ...(backend?.setting?.section === other.name ? [['backend', backend.raw.value] as const] : []),
  ];
  const edits = values.map(
    ([option, value]): Edit => ({ kind: 'set', family: 'jail', section: jail.name, option, value }),
  );
  return {
    title: `write logpath = ${excerpt(logpath.raw.value.split('\n', 1)[0]!)}, as [${other.name}] has it`,
    edits,
    changes: values.map(([option]) => ({ family: 'jail', section: jail.name, option })),
    decision: 'which log the service writes',
  };
}

function filterName(jail: Jail): string | undefined {
  return /^[^\s[]+/.exec(jail.text('filter') ?? '')?.[0];
}
