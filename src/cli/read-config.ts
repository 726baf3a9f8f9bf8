import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readFacts } from '../config/facts';
import { noPlacedSettings, type PlacedSettings } from '../config/placed-settings';
import type { Reading } from '../config/schema-fault';
import { readSettings } from '../config/settings';
import type { Facts } from '../host/facts';
import type { Rule } from '../lint/rule';
import { extendedSettings } from './extended-settings';
import { UserError } from './io';

const fileName = '.f2blintrc';

/** The settings for a path: the file that was asked for (false: none), else the nearest `.f2blintrc` from the path upward. */
export function findConfig(path: string, asked: string | boolean | undefined): string | undefined {
  return typeof asked === 'string' ? asked : asked === false ? undefined : findUpward(path);
}

/** What a file of settings says, with the files it extends; one that can't be read or says what is not known is a UserError. */
export function readConfig(file: string | undefined, rules: readonly Rule[]): PlacedSettings {
  if (file === undefined) return noPlacedSettings;
  return extendedSettings(file, each => valueIn(each, readSettings(readText(each), rules)));
}

/** The facts in a file; none without one. A file of another shape is a UserError. */
export function readFactsFile(file: string | undefined): Facts {
  return file === undefined ? {} : valueIn(file, readFacts(readText(file)));
}

function findUpward(path: string): string | undefined {
  for (let directory = resolve(path); ; directory = dirname(directory)) {
    const file = join(directory, fileName);
    if (isFile(file)) return file;
    if (dirname(directory) === directory) return undefined;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The text of a file a user named, in UTF-8. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file} does not exist`);
    throw new UserError(`${file} cannot be read${code === 'EACCES' ? ': permission denied' : ` (${code})`}`);
  }
}

/** What a file says; a fault in it is a UserError with its place. */
export function valueIn<Value>(file: string, reading: Reading<Value>): Value {
  if (reading.kind === 'value') return reading.value;
  const place = reading.line === undefined ? file : `${file}:${reading.line}`;
  throw new UserError(`${place}: ${reading.message}`, reading.hint);
}
