import { compareTexts, stockFile } from '../knowledge/stock';
import type { SourceFile } from '../resolve/source';
import { parseBoolean } from '../values/boolean';
import { isLostByUpgrade } from './kept-changes';
import type { Model } from './model';
import { changesFrom, type StockChange } from './stock-changes';

/** A file of the package in which somebody changed settings. */
export interface EditedFile {
  readonly file: SourceFile;
  /** The release it was before: `debian-1.0.2`. */
  readonly release: string;
  /** At least one; without those that the admin's own files set as well. */
  readonly changes: readonly StockChange[];
}

/**
 * The packaged files that were edited in place. Sure of that is only who knows the package: distributions change files of the project,
 * and there are releases f2blint has never seen. So where most files of the tree are those of one known package, every difference counts;
 * elsewhere only what no distribution sets, in a file that is a known release's but for that.
 */
export function editedFiles(model: Model): readonly EditedFile[] {
  const packaged = model.files.filter(
    ({ file }) => file.name.endsWith('.conf') && file.entry.kind === 'text',
  );
  const read = compareTexts(packaged.map(({ file }) => file));
  const unread = compareTexts(model.unchanged);
  const same = new Map(read.same);
  for (const [release, count] of unread.same) same.set(release, (same.get(release) ?? 0) + count);
  const base = knownPackage(same, read.known + unread.known);
  return read.others.flatMap(file => {
    const edited = editOf(file, base);
    const changes = edited?.changes.filter(change => isLostByUpgrade(model.setup, file, change)) ?? [];
    return edited === undefined || changes.length === 0 ? [] : [{ ...edited, changes }];
  });
}

/** Packages whose every file is known, not only what the project itself released. */
const packages: ReadonlySet<string> = new Set(['debian-1.0.2', 'epel7-0.9', 'epel7-0.11', 'linuxserver']);
const fewestFiles = 20;

/** The package most files of the tree come from; undefined where that is not clear. */
function knownPackage(support: ReadonlyMap<string, number>, count: number): string | undefined {
  const [best, second] = [...support].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < fewestFiles || best[1] < 0.7 * count) return undefined;
  return packages.has(best[0]) && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}

function editOf(file: SourceFile, base: string | undefined): EditedFile | undefined {
  const stock = stockFile(file.name);
  if (stock === undefined || file.tree.problems.length > 0) return undefined;
  const compared = stock.releases
    .map(release => ({ release, changes: changesFrom(file, stock, release) }))
    .sort((a, b) => a.changes.length - b.changes.length);
  const [nearest] = compared;
  // another release's, with other comments
  if (nearest === undefined || nearest.changes.length === 0) return undefined;
  const own = compared.find(({ release }) => release === base);
  const settings = file.tree.sections.reduce((sum, { options }) => sum + options.length, 0);
  if (own !== undefined && own.changes.length <= nearest.changes.length + 2) {
    // more than that is a file the upgrade left behind, of a release that isn't known
    if (own.changes.length <= Math.max(8, settings / 4)) return { file, ...own };
  }
  return isSurelyEdited(file.name, settings, nearest.changes) ? { file, ...nearest } : undefined;
}

function isSurelyEdited(name: string, settings: number, changes: readonly StockChange[]): boolean {
  const foreign = changes.filter(change => !change.isStockElsewhere);
  const byAdmin = foreign.filter(change => isChoice(name, change));
  return byAdmin.length > 0 && foreign.length - byAdmin.length <= Math.max(2, settings / 50);
}

/** What no distribution sets for its users. */
const choices: ReadonlyMap<string, RegExp> = new Map([
  ['jail.conf', /^(?:bantime(?:\..+)?|findtime|maxretry|ignoreip|destemail|action|ignorecommand)$/],
  ['fail2ban.conf', /^(?:dbpurgeage|dbmaxmatches)$/],
]);

function isChoice(name: string, { kind, section, key, is }: StockChange): boolean {
  if (kind === 'removed') return false;
  if (name === 'jail.conf' && section !== 'DEFAULT') return key === 'enabled' && parseBoolean(is ?? '');
  return choices.get(name)?.test(key) ?? false;
}
