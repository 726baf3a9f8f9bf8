import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode } from '../files/decode';
import { diskSnapshot } from '../files/disk';
import { joinPath } from '../files/posix-path';
import { type Entry, memorySnapshot, type Snapshot } from '../files/snapshot';
import { templateKind } from '../text/template-kind';
import { UserError } from './io';
import { type BaseOptions, layBase } from './lay-base';
import type { FoundTrees } from './tree';
import { isTree } from './trees';

export interface OneFileOptions extends BaseOptions {
  /** The name in the configuration that the file is read as. */
  readonly as?: string | undefined;
}

/**
 * A tree in which one file stands under the name that `--as` says; `-` is standard input. The rest is the base: the configuration of the
 * host where there is one, unless another is asked for. What can't be read, or no such name, is a UserError.
 */
export async function oneFileTree(paths: readonly string[], options: OneFileOptions): Promise<FoundTrees> {
  const name = readName(options.as);
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new UserError('--as is for one file', `f2blint --as ${name} FILE, or - for standard input`);
  const entry: Entry = path === '-' ? fromInput(name) : fromFile(path);
  const base = baseFor(options);
  const isDirectory = base.includes('/');
  const root = isDirectory ? base : 'etc/fail2ban';
  const alone = memorySnapshot(new Map([[name, entry]]), root);
  const isTemplate = entry.kind === 'text' && entry.template !== undefined;
  const templates = isTemplate ? [joinPath(root, name)] : [];
  const only: Snapshot = { ...alone, isScattered: true, templates };
  const snapshot = await layBase(only, { ...options, base });
  return { trees: [{ directory: path === '-' ? '.' : dirname(path), file: name, snapshot }], fragments: [] };
}

const names =
  /^(?:(?:jail|fail2ban|paths-[\w-]+)\.(?:conf|local)|(?:jail|fail2ban|filter|action)\.d\/[^/]+\.(?:conf|local))$/;

function readName(asked: string | undefined): string {
  if (asked === undefined)
    throw new UserError('standard input has no name', 'say what it is to be read as: --as jail.local');
  const name = asked.replace(/^\.\//, '');
  if (names.test(name)) return name;
  const inTree = /(?:^|\/)((?:jail|fail2ban|filter|action)\.d\/[^/]+|[^/]+)$/.exec(name)?.[1] ?? '';
  const meant = [inTree, `${inTree}.conf`, `jail.d/${inTree}`].find(each => names.test(each));
  throw new UserError(
    `no file of fail2ban is named ${asked}`,
    `${meant === undefined ? '' : `did you mean ${meant}? `}--as takes names such as jail.local, jail.d/x.conf, filter.d/x.conf, action.d/x.local`,
  );
}

function fromInput(name: string): Entry {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(0);
  } catch (error) {
    throw new UserError(`standard input cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return withSource(decode(bytes), name);
}

function fromFile(path: string): Entry {
  const entry = diskSnapshot(dirname(path)).entry(join(dirname(path), basename(path)));
  if (entry === undefined) throw new UserError(`${path} does not exist`);
  if (entry.kind === 'directory') throw new UserError(`${path} is a directory`, '--as is for one file');
  if (entry.kind === 'unreadable') throw new UserError(`${path} cannot be read: ${entry.reason}`);
  const template = entry.kind === 'text' ? templateKind(path, entry.text) : undefined;
  return { ...withSource(entry, path), ...(template !== undefined && { template }) };
}

function withSource(entry: Entry, source: string): Entry {
  return entry.kind === 'text' || entry.kind === 'undecodable' ? { ...entry, source } : entry;
}

/** The configuration of the host, or of the root, goes before a release. */
function baseFor({ base = 'auto', root = '/' }: BaseOptions): string {
  if (base !== 'auto') return base;
  const live = join(root, 'etc/fail2ban');
  return isTree(live) ? live : base;
}
