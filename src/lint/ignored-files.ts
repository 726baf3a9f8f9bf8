import { directoryOf, joinPath } from '../files/posix-path';
import { isKnownOption } from '../knowledge/options';
import { isPackagedFile } from '../knowledge/packaged-files';
import type { SourceFile } from '../resolve/source';
import type { Section } from '../syntax/tree';
import type { FamilyKind } from './families';
import type { Model } from './model';

/** A file with settings of fail2ban that no reader picks up. */
export interface IgnoredFile {
  readonly file: SourceFile;
  /** In words that follow "is never read:". */
  readonly reason: string;
  /** Whether its name says that it is put aside, as that of a backup does. */
  readonly isPutAside: boolean;
  /** A name under which it would be read, that no file has yet. */
  readonly betterName: string | undefined;
}

const readDirectories: ReadonlyMap<string, FamilyKind> = new Map([
  ['jail.d', 'jail'],
  ['fail2ban.d', 'fail2ban'],
  ['filter.d', 'filter'],
  ['action.d', 'action'],
]);

/** Names people give a directory that has another one. */
const wrongDirectories: ReadonlyMap<string, string> = new Map(
  [...readDirectories.keys()].flatMap(right => {
    const word = right.slice(0, -2);
    return [word, `${word}s`, `${word}s.d`, `${word}.conf.d`, `${word}.local.d`].map(
      wrong => [wrong, right] as const,
    );
  }),
);

const putAside =
  /~$|^#|\.(?:bak\w*|backup\w*|old|orig|save\w*|disabled?|off|inactive|unused|dist|dpkg-\w+|ucf-\w+|rpm(?:new|save|orig)|pacnew|pacsave|apk-new|swp|swo|tmp|temp|rej|sample|example|default|template|tpl|tmpl|j2|jinja2?|erb|in|copy|\d[\w-]*)$/i;
const putAsideDirectory =
  /(?:disabled?|available|backup|bak|old|orig|example|sample|template|archive|unused|off)/i;
const noConfiguration = /\.(?:py|pyc|sh|pl|md|rst|txt|ya?ml|json|service|html?|png|gz|zip)$/i;

/** The files that are never read, in a fixed order. Scripts, texts and what some file includes are left out. */
export function ignoredFiles(model: Model): readonly IgnoredFile[] {
  const { snapshot } = model.setup;
  const taken = takenFiles(model);
  const found: IgnoredFile[] = [];
  const look = (path: string, reason: string, isPutAside: boolean, kind: FamilyKind | undefined) => {
    if (taken.has(path) || snapshot.entry(path)?.kind !== 'text') return;
    const file = model.setup.sources(path);
    if (file === undefined || !file.tree.sections.some(section => belongs(section, kind))) return;
    const better = isPutAside ? undefined : betterName(file, kind);
    const isFree = better !== undefined && snapshot.entry(joinPath(snapshot.root, better)) === undefined;
    found.push({ file, reason, isPutAside, betterName: isFree ? better : undefined });
  };
  for (const name of snapshot.names(snapshot.root)) {
    const path = joinPath(snapshot.root, name);
    const kind = readDirectories.get(name);
    const right = kind === undefined ? wrongDirectories.get(name) : undefined;
    if (kind !== undefined) lookIn(path, name, kind);
    else if (right !== undefined) {
      for (const each of snapshot.names(path)) {
        const isAside = putAside.test(each);
        if (isAside || noConfiguration.test(each)) continue;
        look(joinPath(path, each), `fail2ban reads ${right}, not ${name}`, false, readDirectories.get(right));
      }
    } else if (isLikeMainFile(name) && !isPackagedFile(name))
      look(path, reasonInRoot(name), putAside.test(name), undefined);
  }
  return found;

  function lookIn(directory: string, name: string, kind: FamilyKind): void {
    for (const each of snapshot.names(directory)) {
      const path = joinPath(directory, each);
      if (noConfiguration.test(each)) continue;
      if (/\.(?:conf|local)$/.test(each)) {
        if (each.startsWith('.')) look(path, 'its name starts with a dot', true, kind);
        else if (kind !== 'filter' && kind !== 'action') lookBelow(path, name, each, kind);
        else if (/\.(?:conf|local)\.\w+$/.test(each))
          look(path, reasonForTwoEndings(each, kind), false, kind);
        continue;
      }
      look(
        path,
        `of ${name} fail2ban reads names that end in .conf or .local only`,
        putAside.test(each),
        kind,
      );
      if (!each.endsWith('.d')) lookBelow(path, name, each, kind);
    }
  }

  function lookBelow(path: string, name: string, directory: string, kind: FamilyKind): void {
    if (snapshot.entry(path)?.kind !== 'directory') return;
    for (const each of snapshot.names(path)) {
      if (!/^[^.].*\.(?:conf|local)$/.test(each)) continue;
      const isAside = putAsideDirectory.test(directory);
      look(joinPath(path, each), `fail2ban does not look into directories below ${name}`, isAside, kind);
    }
  }
}

/** In the directory itself only what is named like a file of fail2ban, or ends like one, is looked at. */
function isLikeMainFile(name: string): boolean {
  return /\.(?:conf|local)$/.test(name) || /^(?:jails?|fail2ban|f2b)\b/i.test(name);
}

function reasonInRoot(name: string): string {
  const plain = /^(jail|fail2ban)/i.exec(name)?.[1]?.toLowerCase();
  if (plain !== undefined) return `here fail2ban reads ${plain}.conf and ${plain}.local only`;
  return 'here fail2ban reads jail.conf, jail.local, fail2ban.conf and fail2ban.local only, all else in jail.d';
}

function reasonForTwoEndings(name: string, kind: string): string {
  const stem = name.replace(/\.\w+$/, '');
  return `it would be read for ${kind === 'action' ? 'an' : 'a'} ${kind} named ${stem}`;
}

/** What is read or listed already, and what any file names in its [INCLUDES]. */
function takenFiles({ files, unchanged }: Model): ReadonlySet<string> {
  const taken = new Set(unchanged.map(({ path }) => path));
  for (const { file, kind, isRead } of files) {
    // a filter or action with two endings is listed, but nobody asks for it
    const isOdd =
      (kind === 'filter' || kind === 'action') && !isRead && /\.(?:conf|local)\.\w+$/.test(file.name);
    if (!isOdd) taken.add(file.path);
    for (const { name, options } of file.tree.sections) {
      if (name !== 'INCLUDES') continue;
      for (const { value } of options) {
        for (const line of value.split('\n')) taken.add(joinPath(directoryOf(file.path), line));
      }
    }
  }
  return taken;
}

/** Whether a section looks like one of fail2ban: it has an option that its reader asks for. */
function belongs({ name, options }: Section, kind: FamilyKind | undefined): boolean {
  const readers =
    kind === 'filter' || kind === 'action'
      ? [kind]
      : kind === 'fail2ban'
        ? (['daemon'] as const)
        : (['jail', 'daemon', ...(name === 'Definition' ? (['filter', 'action'] as const) : [])] as const);
  return options.some(({ key }) => readers.some(reader => isKnownOption(reader, key)));
}

/** `jails.local` is probably meant for jail.local, other names are kept as far as they can be. */
function betterName({ name, tree }: SourceFile, kind: FamilyKind | undefined): string | undefined {
  const slash = name.lastIndexOf('/');
  const stem = name
    .slice(slash + 1)
    .replace(/(?:\.conf|\.local)?(?:\.\w+)?$/, '')
    .replace(/\.$/, '');
  if (!/^[\w-][\w.-]*$/.test(stem)) return undefined;
  const directory = name.slice(0, Math.max(0, slash));
  if (kind === 'filter' || kind === 'action') {
    return /^[^/]+$/.test(directory) ? `${kind}.d/${stem}.conf` : undefined;
  }
  if (directory.includes('/')) return undefined;
  const isOfJails = tree.sections.every(section => !/^(?:Definition|Init|Thread)$/.test(section.name));
  if (kind === 'fail2ban' || !isOfJails) return kind === 'fail2ban' ? `fail2ban.d/${stem}.local` : undefined;
  return /^jails?$/.test(stem) && directory === '' ? 'jail.local' : `jail.d/${stem}.local`;
}
