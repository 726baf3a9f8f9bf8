import { directoryOf, joinPath, withoutExtension } from '../files/posix-path';
import { isPackagedFile } from '../knowledge/packaged-files';
import { stockFile } from '../knowledge/stock';
import type { DefinitionUse } from '../resolve/jail';
import { settingOf } from '../resolve/merge';
import type { Setting } from '../resolve/setting';
import { closestName } from '../text/closest-name';
import { type FamilyKind, readFamilies } from './families';
import type { Model } from './model';
import type { TreeFile } from './tree-files';

/** A file that `before` or `after` names and that isn't there. */
export interface MissingInclude {
  readonly setting: Setting;
  /** The name as written, with its place in the value. */
  readonly name: string;
  readonly start: number;
  readonly kind: FamilyKind;
  /** False in a filter or action that no enabled jail uses. */
  readonly isUsed: boolean;
  /** A tag that nothing stands for because of it, in a filter or action in use: `<fw>`. */
  readonly unresolved: string | undefined;
  /** A file of a like name that is there. */
  readonly suggestion: string | undefined;
}

/**
 * The includes for which there is no file, of the files that are read and of unused filters and actions; each once. A `.local` is there
 * for the admin to write if he likes, so it may be missing.
 */
export function missingIncludes(model: Model): readonly MissingInclude[] {
  const known = byModel.get(model) ?? findMissingIncludes(model);
  byModel.set(model, known);
  return known;
}

const byModel = new WeakMap<Model, readonly MissingInclude[]>();

function findMissingIncludes(model: Model): readonly MissingInclude[] {
  const found = new Map<string, MissingInclude>();
  const add = (
    path: string,
    setting: Setting,
    kind: FamilyKind,
    tag: string | undefined,
    isUsed: boolean,
  ) => {
    if (path.endsWith('.local') || isThere(model, path) || mayBeInstalled(model, path)) return;
    const written = nameOf(setting, path);
    const key = `${setting.file.path} ${setting.option.keySpan.start} ${path}`;
    if (written === undefined || found.has(key)) return;
    const suggestion = nameLike(model, path, setting.file.path);
    found.set(key, { setting, ...written, kind, isUsed, unresolved: tag, suggestion });
  };
  for (const { family, kind } of readFamilies(model.setup)) {
    if (family.missingIncludes.length === 0) continue;
    const use = model.jails.flatMap(usesOf).find(each => each.family === family);
    const tag = use && unresolvedTag(use);
    for (const { path, setting } of family.missingIncludes) add(path, setting, kind, tag, true);
  }
  for (const treeFile of model.files) {
    for (const { path, setting } of includesOfUnused(treeFile))
      add(path, setting, treeFile.kind, undefined, false);
  }
  return [...found.values()];
}

/** fail2ban reads `x.local` beside an `x.conf` that is missing, too. */
function isThere({ setup }: Model, path: string): boolean {
  return [path, path.replace(/\.\w+$/, '.local')].some(each => setup.sources(each)?.entry.kind === 'text');
}

/** Where the base is a guess: what the project installs and the package of the base leaves out, such as paths-fedora.conf. */
function mayBeInstalled({ setup: { snapshot, release } }: Model, path: string): boolean {
  if (snapshot.base?.why === undefined) return false;
  return stockFile(path.slice(snapshot.root.length + 1))?.releases.includes(release.version) === true;
}

function nameOf(setting: Setting, path: string): { name: string; start: number } | undefined {
  const directory = directoryOf(setting.file.path);
  const starts = nameStarts.get(setting) ?? startsOf(setting);
  nameStarts.set(setting, starts);
  const [name, start] = starts.get(path) ?? [path.slice(directory.length + 1), 0];
  // a name that is put together has no place of its own
  return name === '' ? undefined : { name, start };
}

const nameStarts = new WeakMap<Setting, ReadonlyMap<string, readonly [name: string, start: number]>>();

function startsOf({ file, text }: Setting): ReadonlyMap<string, readonly [string, number]> {
  const directory = directoryOf(file.path);
  const starts = new Map<string, readonly [string, number]>();
  let start = 0;
  for (const name of text.value.split('\n')) {
    const path = joinPath(directory, name);
    if (!starts.has(path)) starts.set(path, [name, start]);
    start += name.length + 1;
  }
  return starts;
}

/** Endings are left out, as they make short names look alike. */
function nameLike({ setup }: Model, path: string, including: string): string | undefined {
  const directory = directoryOf(path);
  const stems = new Map<string, string>();
  for (const name of setup.snapshot.names(directory)) {
    const isOwn = joinPath(directory, name) === including;
    if (!isOwn && /\.(?:conf|local)$/.test(name)) stems.set(withoutExtension(name), name);
  }
  const stem = closestName(withoutExtension(path.slice(directory.length + 1)), stems.keys());
  return stem === undefined ? undefined : stems.get(stem);
}

function usesOf({ reading }: Model['jails'][number]): readonly DefinitionUse[] {
  const actions = reading.actions.flatMap(action => (action.kind === 'command' ? [action] : []));
  return reading.filter === undefined ? actions : [reading.filter, ...actions];
}

/** Tags the server fills in at a ban (server/actions.py, server/action.py). */
const serverTags: ReadonlySet<string> = new Set(
  (
    'ip ip-host ip-rev fid family failures time bantime bancount restored matches ipmatches ipjailmatches ' +
    'ipfailures ipjailfailures raw-ticket timeout br known'
  ).split(' '),
);

/** Lower-case names only: the others are tags of the server's own regexes, or shell. */
const tags = /(?<!\(\?P)(?<!<)<(_*[a-z][\w-]*)>/g;
const used =
  /^(?:action(?:start|stop|flush|check|ban|unban|repair|reload|prolong|reban)|(?:fail|ignore|pref)regex)$/;

function unresolvedTag({ texts }: DefinitionUse): string | undefined {
  for (const [name, text] of texts) {
    if (text === undefined || !used.test(name)) continue;
    for (const [tag, inside = ''] of text.value.matchAll(tags)) if (!serverTags.has(inside)) return tag;
  }
  return undefined;
}

function includesOfUnused({ file, kind, isRead }: TreeFile): readonly { path: string; setting: Setting }[] {
  if (isRead || (kind !== 'filter' && kind !== 'action') || isPackagedFile(file.name)) return [];
  return file.tree.sections
    .filter(section => section.name === 'INCLUDES')
    .flatMap(section =>
      section.options
        .filter(({ key, value }) => (key === 'before' || key === 'after') && !value.includes('%('))
        .flatMap(option => {
          const setting = settingOf(file, section, option);
          const names = option.value.split('\n').filter(name => name !== '');
          return names.map(name => ({ path: joinPath(directoryOf(file.path), name), setting }));
        }),
    );
}
