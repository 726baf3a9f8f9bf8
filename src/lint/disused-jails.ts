import { isPackagedFile } from '../knowledge/packaged-files';
import { overridden } from '../resolve/setting';
import type { Option, Section } from '../syntax/tree';
import { adminSections, type WrittenSection } from './admin-sections';
import type { Jail, Model } from './model';
import { sectionReferences } from './section-references';
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
    const own = jail.enabled ? [] : (sections.get(jail.name) ?? []);
    const last = own.findLast(({ section }) =>
      section.options.some(option => saysMore(model, section, option)),
    );
    if (last === undefined || noJails.has(jail.name.toLowerCase()) || own.some(speaksOfEnabled)) return [];
    return [{ jail, own, ...last }];
  });
  if (candidates.length === 0) return [];
  const packaged = packagedSections(model);
  const askedFor = sectionReferences(model, 'jail');
  const misspelt = new Set(
    findUnknownOptions(model)
      .filter(({ suggestion }) => suggestion === 'enabled')
      .map(({ section }) => section.name),
  );
  return candidates.filter(({ jail: { name }, own }) => {
    if (misspelt.has(name) || askedFor.has(name)) return false;
    return (
      packaged.has(name) || own.some(({ section }) => section.options.some(({ key }) => makings.has(key)))
    );
  });
}

/** What a packaged file says as well sets nothing up. */
function saysMore({ setup }: Model, { name }: Section, option: Option): boolean {
  const setting = setup.jailFamily.sections.get(name)?.get(option.key);
  const below = setting?.option === option ? overridden(setting).at(-1) : undefined;
  return below === undefined || !isPackagedFile(below.file.name) || below.text.value !== option.value;
}

function packagedSections({ setup }: Model): ReadonlySet<string> {
  const files = setup.jailFamily.files.filter(file => isPackagedFile(file.name));
  return new Set(files.flatMap(file => file.tree.sections.map(section => section.name)));
}

const mention = /^[ \t]*[#;]?[ \t]*enabled?[ \t]*[=:]/im;

function speaksOfEnabled({ file, next, section }: WrittenSection): boolean {
  return mention.test(file.tree.text.slice(section.header.end, next?.header.start));
}
