import { constants } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Disk } from './disk';
import { codeOf, ignoreFailure, Refusal, reasonOf } from './refusal';
import { isRunning, type RunningProcess, thisProcess } from './running-process';
import { syncDirectory, writeAll } from './whole-file';

/**
 * What a run is about to do to the files, kept beside them while it does it, so that the next run can undo it if this one is
 * killed. Nothing in it is ever written to a file: the old content stands in a file beside each.
 */
export interface Journal {
  /** 16 hexadecimal digits, part of the names of all temporary files. */
  readonly id: string;
  readonly holder: RunningProcess;
  /** Directories that are made, the outer ones first. */
  readonly directories: readonly string[];
  readonly files: readonly JournalFile[];
}

export interface JournalFile {
  /** Absolute path of the file itself. */
  readonly target: string;
  /** Hash of the content; null where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What is left to do if the run ends here: remove the temporary files, for the others are all old or all new; or put back what
 * was old first. The first byte of the journal, changed in its place, which takes no room on the disk and happens at once.
 */
export type Remaining = 'tidy' | 'restore';

const bytes = { tidy: 't', restore: 'r' } as const;

/** Directories are given as the disk has them, links resolved. */
export function journalPath(root: string): string {
  return join(root, '.f2blint-journal');
}

/** The new content of a file before it takes the place of the old. fail2ban and sshd read no names like these. */
export function freshPath(id: string, index: number, target: string): string {
  return join(dirname(target), `.f2blint-${id}-${index}.tmp`);
}

/**
 * The old content. For a new file, an empty one: proof that f2blint was at work here, without which a journal, that may have
 * come with the tree from anywhere, has no power over a file.
 */
export function keptPath(id: string, index: number, target: string): string {
  return join(dirname(target), `.f2blint-${id}-${index}.old`);
}

/** Makes the journal, with nothing but tidying to do, and gives its descriptor. Throws a refusal where there is one already. */
export function createJournal(root: string, content: Omit<Journal, 'id' | 'holder'>, disk: Disk) {
  const { randomBytes }: typeof import('node:crypto') = require('node:crypto');
  const journal: Journal = { id: randomBytes(8).toString('hex'), holder: thisProcess(), ...content };
  const path = journalPath(root);
  let descriptor: number | undefined;
  try {
    const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
    descriptor = disk.openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    writeAll(descriptor, Buffer.from(`${bytes.tidy}\n${JSON.stringify(journal)}\n`), disk);
    disk.fsyncSync(descriptor);
    syncDirectory(root, disk);
  } catch (error) {
    if (descriptor !== undefined) abandon(descriptor, path, disk);
    if (codeOf(error) === undefined) throw error;
    if (codeOf(error) === 'EEXIST')
      throw new Refusal(path, 'another run of f2blint is writing here, or was interrupted');
    throw new Refusal(root, `no file can be made in it: ${reasonOf(error)}`);
  }
  return { journal, descriptor };
}

function abandon(descriptor: number, path: string, disk: Disk): void {
  ignoreFailure(() => disk.closeSync(descriptor));
  ignoreFailure(() => disk.unlinkSync(path));
}

/** From now on the files are to be put back. Throws errors of the file system. */
export function requireRestore(descriptor: number, disk: Disk): void {
  disk.writeSync(descriptor, Buffer.from(bytes.restore), 0, 1, 0);
  disk.fsyncSync(descriptor);
}

/**
 * From now on the files count as written. Throws errors of the file system, after which they do not. Should this not last, as when
 * the power fails, they are put back.
 */
export function requireTidying(descriptor: number, disk: Disk): void {
  disk.writeSync(descriptor, Buffer.from(bytes.tidy), 0, 1, 0);
  ignoreFailure(() => disk.fsyncSync(descriptor));
}

const largestJournal = 16 * 1024 * 1024;

/**
 * The journal of a run that was killed; undefined where there is none. `journal` is undefined where it was killed before that was
 * written, and so before anything else. Throws a refusal where the run goes on or belongs to somebody else.
 */
export function readJournal(
  root: string,
  disk: Disk,
): { readonly journal: Journal | undefined; readonly remaining: Remaining } | undefined {
  const path = journalPath(root);
  let descriptor: number;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
    descriptor = disk.openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw new Refusal(path, `the journal of an interrupted run cannot be read: ${reasonOf(error)}`);
  }
  try {
    const status = disk.fstatSync(descriptor);
    const isOurs = status.uid === (process.geteuid?.() ?? status.uid) && (status.mode & 0o022) === 0;
    if (!status.isFile() || !isOurs || status.size > largestJournal)
      throw new Refusal(
        path,
        'it is no journal that this user has written; see to it before files are written here',
      );
    const text = readText(descriptor, status.size, disk);
    const journal = parseJournal(text.slice(2));
    if (journal !== undefined && isRunning(journal.holder))
      throw new Refusal(path, `another run of f2blint (process ${journal.holder.pid}) is writing here`);
    return { journal, remaining: text.startsWith(bytes.restore) ? 'restore' : 'tidy' };
  } finally {
    disk.closeSync(descriptor);
  }
}

function readText(descriptor: number, size: number, disk: Disk): string {
  const buffer = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const count = disk.readSync(descriptor, buffer, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.toString('utf8', 0, length);
}

/** Undefined for a text that is no whole journal. */
function parseJournal(text: string): Journal | undefined {
  try {
    const journal: Partial<Journal> | null = JSON.parse(text);
    const { id, holder, directories, files } = journal ?? {};
    if (!isHexadecimal(id, 16) || !Array.isArray(directories) || !directories.every(isPath)) return undefined;
    if (!Number.isInteger(holder?.pid) || holder!.pid <= 0 || typeof holder!.started !== 'string')
      return undefined;
    if (!Array.isArray(files) || !files.every(isJournalFile)) return undefined;
    return { id, holder: holder!, directories, files };
  } catch {
    return undefined;
  }
}

function isJournalFile(each: Partial<JournalFile> | null): boolean {
  const isHash = (hash: unknown) => hash === null || isHexadecimal(hash, 64);
  return isPath(each?.target) && isHash(each?.before) && isHash(each?.after);
}

function isPath(path: unknown): boolean {
  return typeof path === 'string' && resolve(path) === path && !path.includes('\0');
}

function isHexadecimal(text: unknown, length: number): text is string {
  return typeof text === 'string' && text.length === length && /^[0-9a-f]*$/.test(text);
}
