import type { RootFiles } from './root-files';

/** A package that is installed. */
export interface InstalledPackage {
  /** As the distribution writes it: `1:9.2p1-2+deb12u10`. */
  readonly version: string;
  /** The file that says so. */
  readonly source: string;
}

/** Databases hold some ten thousand packages at most. */
const mostBytes = 64 * 1024 * 1024;

/** A package by one of its names, in the databases of dpkg, apk and pacman. That of rpm is binary, and nothing is said then. */
export function installedPackage(root: RootFiles, names: readonly string[]): InstalledPackage | undefined {
  for (const name of names) {
    const found = inDpkg(root, name) ?? inApk(root, name) ?? inPacman(root, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** dpkg(1); images without dpkg have a file for each package. */
function inDpkg(root: RootFiles, name: string): InstalledPackage | undefined {
  const status = '/var/lib/dpkg/status';
  const stanza = stanzaOf(root.text(status, mostBytes), `Package: ${name}`);
  const version =
    stanza === undefined || !/^Status: \S+ \S+ installed$/m.test(stanza)
      ? undefined
      : fieldOf(stanza, 'Version: ');
  if (version !== undefined) return { version, source: status };
  const single = `${status}.d/${name}`;
  const alone = fieldOf(root.text(single) ?? '', 'Version: ');
  return alone === undefined ? undefined : { version: alone, source: single };
}

/** apk-installed(5): a letter, a colon and the value. */
function inApk(root: RootFiles, name: string): InstalledPackage | undefined {
  const source = ['/lib/apk/db/installed', '/usr/lib/apk/db/installed'].find(
    path => typeof root.status(path) !== 'string',
  );
  const version = source && fieldOf(stanzaOf(root.text(source, mostBytes), `P:${name}`) ?? '', 'V:');
  return source && version ? { version, source } : undefined;
}

/** A directory for each package, named NAME-VERSION-RELEASE. */
function inPacman(root: RootFiles, name: string): InstalledPackage | undefined {
  const source = '/var/lib/pacman/local';
  const entries = root.entries(source);
  if (typeof entries === 'string') return undefined;
  const entry = entries.find(
    each => each.name.startsWith(`${name}-`) && /^[\d:][^-]*-[^-]+$/.test(each.name.slice(name.length + 1)),
  );
  return entry && { version: entry.name.slice(name.length + 1), source: `${source}/${entry.name}` };
}

/** The paragraph with a line. */
function stanzaOf(text: string | undefined, line: string): string | undefined {
  const at = text === undefined ? -1 : `\n${text}`.indexOf(`\n${line}\n`);
  if (text === undefined || at < 0) return undefined;
  const start = text.lastIndexOf('\n\n', at) + 1;
  const end = text.indexOf('\n\n', at);
  return text.slice(start, end < 0 ? undefined : end);
}

function fieldOf(stanza: string, field: string): string | undefined {
  const line = stanza.split('\n').find(each => each.startsWith(field));
  return line?.slice(field.length).trim() || undefined;
}
