import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NothingFound, UserError } from './io';

/** A configuration directory to read, and the one file of it that was asked for. */
export interface Tree {
  readonly directory: string;
  /** Relative to the directory; undefined where the whole tree was asked for. */
  readonly file: string | undefined;
}

/** Names that make a directory a configuration of fail2ban. */
const telling = new Set([
  'jail.conf',
  'jail.local',
  'jail.d',
  'fail2ban.conf',
  'fail2ban.local',
  'fail2ban.d',
  'filter.d',
  'action.d',
]);

const parts = new Set(['jail.d', 'fail2ban.d', 'filter.d', 'action.d']);

/** Finds the trees below a path: the directory itself, those it contains, or the tree of one file. */
export async function findTrees(path: string): Promise<readonly Tree[]> {
  const stats = statusOf(path);
  if (!stats.isDirectory()) return [treeOfFile(path)];
  if (isTree(path)) return [{ directory: path, file: undefined }];
  const found = await searchBelow(path);
  if (found.length === 0) throw new NothingFound(`${path} contains no fail2ban configuration`);
  return found.map(directory => ({ directory, file: undefined }));
}

/** The one tree at a path. A directory without any configuration counts as an empty one. */
export async function findTree(path: string): Promise<string> {
  const stats = statusOf(path);
  if (!stats.isDirectory()) return treeOfFile(path).directory;
  if (isTree(path)) return path;
  const found = await searchBelow(path);
  if (found.length > 1) {
    throw new UserError(
      `${path} contains ${found.length} fail2ban configurations`,
      `name one: ${found.join(', ')}`,
    );
  }
  return found[0] ?? path;
}

/** Where no path is given: the live configuration, else the working directory. */
export function defaultPath(): string {
  return isTree('/etc/fail2ban') ? '/etc/fail2ban' : '.';
}

/** Whether a file (by its path) is the main one of a configuration. */
export function isTreeFile(path: string): boolean {
  return /(?:^|\/)(?:jail|fail2ban)\.(?:conf|local)$/.test(path);
}

function statusOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${path} does not exist`);
    throw new UserError(`${path} cannot be read${code === 'EACCES' ? ': permission denied' : ` (${code})`}`);
  }
}

function isTree(directory: string): boolean {
  try {
    return readdirSync(directory).some(name => telling.has(name));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new UserError(`${directory} cannot be read: ${code === 'EACCES' ? 'permission denied' : code}`);
  }
}

function treeOfFile(path: string): Tree {
  const parent = dirname(path);
  const directory = parts.has(basename(parent)) ? dirname(parent) : parent;
  return { directory, file: directory === parent ? basename(path) : join(basename(parent), basename(path)) };
}

async function searchBelow(path: string): Promise<readonly string[]> {
  const { default: glob } = await import('fast-glob');
  const found = await glob('**/{jail,fail2ban}.{conf,local}', {
    cwd: path,
    ignore: ['**/node_modules/**', '**/.git/**'],
    suppressErrors: true,
    followSymbolicLinks: false,
    dot: true,
  });
  return [...new Set(found.map(name => join(path, dirname(name))))].sort();
}
