import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type BaselineContent, readBaseline } from '../config/baseline-file';
import type { Baseline } from '../lint/baseline/baseline';
import { UserError } from './io';
import { readText, valueIn } from './read-config';

/** What `--update-baseline` is to do: only take out what is gone, or write down all there is. */
export type BaselineUpdate = 'shrink' | 'all';

/** A baseline with its file. */
export interface LoadedBaseline extends Baseline {
  readonly file: string;
  /** Undefined where the file is yet to be written. */
  readonly content: BaselineContent | undefined;
}

/** What `--update-baseline` says; a UserError for another word. */
export function readBaselineUpdate(text: string | undefined): BaselineUpdate | undefined {
  if (text === undefined || text === 'shrink' || text === 'all') return text;
  throw new UserError(
    `--update-baseline=${text} is not known`,
    'say --update-baseline, or --update-baseline=all to write down new findings too',
  );
}

/** Reads a baseline; a file that does not exist is a UserError unless it is about to be written. */
export function loadBaseline(file: string, update: BaselineUpdate | undefined): LoadedBaseline {
  const isNew = update !== undefined && !existsSync(file);
  if (update === undefined && !existsSync(file))
    throw new UserError(`the baseline ${file} does not exist`, '--update-baseline writes it');
  const content = isNew ? undefined : valueIn(file, readBaseline(readText(file)));
  return {
    file,
    content,
    counts: countsOf(content ?? new Map()),
    fileName: path =>
      relative(dirname(resolve(file)), resolve(path))
        .split(sep)
        .join('/'),
  };
}

/** How many findings there are of each entry. */
export function countsOf(content: BaselineContent): ReadonlyMap<string, number> {
  return new Map([...content].map(([name, { count }]) => [name, count]));
}
