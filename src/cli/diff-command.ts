import { existsSync, realpathSync } from 'node:fs';
import { posix } from 'node:path';
import { rules } from '../../rules/index';
import { diff, isSame } from '../diff/diff';
import { diffDocument, diffMarkdown, diffText } from '../diff/report';
import { isMainFile } from '../files/discovery/tree-name';
import { readRevision, repositoryTop, revisionSnapshot } from '../files/git';
import { rebasedSnapshot } from '../files/rebased';
import type { Snapshot } from '../files/snapshot';
import { lint, type Outcome } from '../lint/lint';
import { toJson } from '../report/json';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { layAlike } from './lay-base';
import { chooseRelease, type TreeOptions } from './read-setup';
import { refuseTemplates } from './refuse-templates';
import { snapshotWithin } from './root-tree';
import { findDirectory, findTree } from './trees';

export interface DiffOptions extends TreeOptions {
  readonly format: string;
  readonly failOnNew: boolean;
}

/** Both sides are read as if they lay here, so that their paths make no difference. */
const root = '/etc/fail2ban';

/** `f2blint diff OLD NEW`: what changes in effect between two directories or revisions. */
export async function diffCommand(old: string, now: string, options: DiffOptions, io: Io): Promise<ExitCode> {
  const { format } = options;
  if (!['text', 'json', 'markdown'].includes(format))
    throw new UserError(`there is no format ${format}`, 'one of text, json, markdown');
  const sides = [await readSide(old, now), await readSide(now, old)];
  const laid = await layAlike(
    sides.map(side => rebasedSnapshot(side, root)),
    options,
  );
  const [before, after] = laid.map(side => lintSide(side, options)) as [Outcome, Outcome];
  const difference = diff(before, after);
  if (format === 'json') io.write(toJson(diffDocument(difference)));
  else io.write((format === 'text' ? diffText : diffMarkdown)(difference, after.setup));
  const counts = options.failOnNew ? difference.fresh.length > 0 : !isSame(difference);
  return counts ? exitCode.findings : exitCode.clean;
}

function lintSide(snapshot: Snapshot, options: TreeOptions): Outcome {
  const { release } = chooseRelease(options, snapshot);
  return lint(snapshot, { release, rules, severities: new Map() });
}

/** A path where there is one, else `REV` or `REV:PATH` of the repository around the working directory. */
async function readSide(side: string, other: string): Promise<Snapshot> {
  if (existsSync(side)) return refuseTemplates(await snapshotWithin(undefined, await findTree(side)));
  const colon = side.indexOf(':');
  const [revision, path] = colon < 0 ? [side, undefined] : [side.slice(0, colon), side.slice(colon + 1)];
  const top = repositoryTop('.');
  if (top.kind === 'failed') throw new UserError(`${side} does not exist, and ${top.reason}`);
  const below = path?.replace(/^\.?\/+|\/+$/g, '') ?? (await pathInRepository(other, top.value));
  const files = readRevision(revision, below ?? '');
  if (files.kind === 'failed')
    throw new UserError(`${side} is neither a path nor a revision: ${files.reason}`);
  const directory = below ?? onlyTree([...files.value.keys()], side);
  const snapshot = revisionSnapshot(files.value, directory, root);
  if (snapshot.names(root).length === 0) throw new UserError(`${revision} has no ${directory || 'files'}`);
  return snapshot;
}

/** Where the other side is a path, the same one of the revision is meant. */
async function pathInRepository(other: string, top: string): Promise<string | undefined> {
  if (!existsSync(other)) return undefined;
  const path = posix.relative(realpathSync(top), realpathSync(await findDirectory(other)));
  return path.startsWith('..') ? undefined : path;
}

function onlyTree(paths: readonly string[], side: string): string {
  const found = [...new Set(paths.filter(isMainFile).map(path => posix.dirname(path).replace(/^\.$/, '')))];
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new UserError(`${side} contains no fail2ban configuration`);
  throw new UserError(
    `${side} contains ${found.length} fail2ban configurations`,
    `name one: ${found.map(directory => `${side}:${directory}`).join(', ')}`,
  );
}
