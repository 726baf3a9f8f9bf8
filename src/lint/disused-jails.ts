import { isPackagedFile } from '../knowledge/packaged-files';
import { adminSections, type WrittenSection } from './admin-sections';
import type { Jail, Model } from './model';
import { findUnknownOptions } from './unknown-options';

/** A jail that is off though the admin set it up, and the last of his sections for it. */
export interface DisusedJail extends WrittenSection {
  readonly jail: Jail;
}

/** No jails, wherever they stand; another rule tells. */
const noJails: ReadonlySet<string> = new Set([
  'default',
  'definition',
  'init',
  'thread',
  'includes',
  'include',
]);

/** What makes a jail of a section that no packaged file has. */
const makings: ReadonlySet<string> = new Set(['filter', 'logpath', 'failregex', 'journalmatch']);

/**
 * Jails that are set up in the admin's files and that nobody switched on or off, be it in words that miss their aim (`enable`, an
 * indented or commented `enabled`).
 */
export function disusedJails(model: Model): readonly DisusedJail[] {
  const { jails, setup } = model;
  if (setup.jailFamily.failures.length > 0) return [];
  const sections = adminSections(model);
  const candidates = jails.flatMap(jail => {
    const own = sections.get(jail.name) ?? [];
    const last = own.findLast(({ section }) => section.options.length > 0);
    if (jail.enabled || last === undefined || noJails.has(jail.name.toLowerCase())) return [];
    if (!isJail(model, jail.name, own) || own.some(speaksOfEnabled) || isAskedFor(model, jail.name))
      return [];
    return [{ jail, ...last }];
  });
  if (candidates.length === 0) return [];
  const misspelt = new Set(
    findUnknownOptions(model.files)
      .filter(({ suggestion }) => suggestion === 'enabled')
      .map(({ section }) => section.name),
  );
  return candidates.filter(({ jail }) => !misspelt.has(jail.name));
}

function isJail({ setup }: Model, name: string, own: readonly WrittenSection[]): boolean {
  if (own.some(({ section }) => section.options.some(({ key }) => makings.has(key)))) return true;
  return setup.jailFamily.files.some(
    file => isPackagedFile(file.name) && file.tree.sections.some(section => section.name === name),
  );
}

const mention = /^[ \t]*[#;]?[ \t]*enabled?[ \t]*[=:]/im;

function speaksOfEnabled({ file, section }: WrittenSection): boolean {
  const { sections, text } = file.tree;
  const next = sections[sections.indexOf(section) + 1];
  return mention.test(text.slice(section.header.end, next?.header.start));
}

/** A section may only hold values for others: `%(ports/web)s`. */
function isAskedFor({ files }: Model, name: string): boolean {
  return files.some(
    ({ file, kind }) => kind === 'jail' && !isPackagedFile(file.name) && file.text.includes(`%(${name}/`),
  );
}
