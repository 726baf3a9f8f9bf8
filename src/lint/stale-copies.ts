import { isPackagedFile } from '../knowledge/packaged-files';
import { releasesWith, stockFile } from '../knowledge/stock';
import type { Setting } from '../resolve/setting';
import type { SourceFile } from '../resolve/source';
import type { Option } from '../syntax/tree';
import type { Model } from './model';

/** A file of the admin that is a copy of a stock jail.conf, or of large parts of one. */
export interface StaleCopy {
  readonly file: SourceFile;
  /** How many settings it has, `enabled` not counted. */
  readonly settings: number;
  /** How many of them are as in some release. */
  readonly repeated: number;
  /** The release it repeats most of: `0.11.2`, `debian-1.0.2`. */
  readonly release: string;
}

const byModel = new WeakMap<Model, ReadonlyMap<SourceFile, StaleCopy>>();

/** The files of the admin that are copies of a stock jail.conf. */
export function staleCopies(model: Model): ReadonlyMap<SourceFile, StaleCopy> {
  const known = byModel.get(model) ?? findStaleCopies(model);
  byModel.set(model, known);
  return known;
}

/** Whether a setting of a jail file says what some stock jail.conf says there. */
export function repeatsStock({ section, option }: Pick<Setting, 'section' | 'option'>): boolean {
  return releasesRepeated(section, option).length > 0;
}

/** Few settings repeated are chance: many jails have `port = http,https`. */
const fewest = 20;
/** A file that takes in the stock paths as jail.conf does was made from it, however much of it was cut away. */
const fewestWithPaths = 5;
/** What nobody writes who has not copied it; other settings are often the same by chance. */
const fewestTelling = 3;
const commonOptions: ReadonlySet<string> = new Set(
  'port logpath backend filter maxretry findtime bantime ignoreip destemail sender mta banaction action journalmatch'.split(
    ' ',
  ),
);

function findStaleCopies({ files, setup }: Model): ReadonlyMap<SourceFile, StaleCopy> {
  const found = new Map<SourceFile, StaleCopy>();
  for (const { file, kind } of files) {
    if (kind !== 'jail' || isPackagedFile(file.name)) continue;
    const copy = compareWithStock(file, setup.release.version);
    if (copy !== undefined) found.set(file, copy);
  }
  return found;
}

function compareWithStock(file: SourceFile, installed: string): StaleCopy | undefined {
  const includesPaths = takesInPaths(file);
  const needed = includesPaths ? fewestWithPaths : fewest;
  const settings = file.tree.sections.flatMap(section =>
    section.options
      .filter(option => option.key !== 'enabled')
      .map(option => ({ section: section.name, option })),
  );
  if (settings.length < needed) return undefined;
  const releases = new Map<string, number>();
  let repeated = 0;
  let telling = 0;
  for (const { section, option } of settings) {
    const same = releasesRepeated(section, option);
    if (same.length === 0) continue;
    repeated++;
    if (!commonOptions.has(option.key)) telling++;
    for (const release of same) releases.set(release, (releases.get(release) ?? 0) + 1);
  }
  const isCopied = includesPaths || telling >= fewestTelling || repeated * 2 >= settings.length;
  if (repeated < needed || !isCopied) return undefined;
  const most = Math.max(...releases.values());
  const nearest = [...releases].filter(([, count]) => count === most).map(([release]) => release);
  const release = nearest.find(each => each === installed) ?? nearest.findLast(each => /^[\d.]+$/.test(each));
  return { file, settings: settings.length, repeated, release: release ?? nearest[0]! };
}

function takesInPaths({ tree }: SourceFile): boolean {
  return tree.sections.some(
    ({ name, options }) =>
      name === 'INCLUDES' && options.some(option => /^paths-[\w-]+\.conf$/.test(option.value)),
  );
}

function releasesRepeated(section: string, { key, value }: Option): readonly string[] {
  const values = stockFile('jail.conf')?.sections.get(section)?.options.get(key);
  return values === undefined ? [] : releasesWith(values, value);
}
