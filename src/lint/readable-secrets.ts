import { settingOf } from '../resolve/merge';
import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';
import { findSecrets, secretIn, type WrittenSecret } from '../values/secrets';
import { fileModes } from './file-modes';
import { isStockOption } from './from-stock';
import type { Model } from './model';
import { atKey, atText, type Place } from './place';

/** A file with secrets that every user of the host can read. */
export interface ReadableSecrets {
  readonly file: SourceFile;
  /** At least one. */
  readonly secrets: readonly (Pick<WrittenSecret, 'name' | 'what'> & { readonly at: Place })[];
  /** Octal; undefined where the modes of the host are not known. */
  readonly mode: string | undefined;
}

/** The files of a configuration that hold secrets, but those of which it is known that not everybody can read them. */
export function readableSecrets(model: Model): readonly ReadableSecrets[] {
  const modes = fileModes(model);
  return model.written.flatMap(({ file, kind }) => {
    if (kind === 'filter') return [];
    const known = modes?.of(file);
    const directories = ['.', ...(file.name.includes('/') ? [file.name.replace(/\/[^/]*$/, '')] : [])];
    const isClosed = directories.some(name => ((modes?.at(name)?.bits ?? 0o001) & 0o001) === 0);
    if (isClosed || (known !== undefined && (known.bits & 0o004) === 0)) return [];
    const secrets = file.tree.sections.flatMap(section =>
      section.options.flatMap(option => secretsIn(file, section, option)),
    );
    const mode = known?.bits.toString(8).padStart(4, '0');
    return secrets.length === 0 ? [] : [{ file, secrets, mode }];
  });
}

function secretsIn(file: SourceFile, section: Section, option: Option): ReadableSecrets['secrets'] {
  // what a regex looks for is what others write
  if (/regex$|^datepattern$/.test(option.key)) return [];
  const found = writtenIn(file, section, option);
  return found.length === 0 || isStockOption(file, section, option) ? [] : found;
}

function writtenIn(file: SourceFile, section: Section, option: Option): ReadableSecrets['secrets'] {
  const what = secretIn(option.key, option.value);
  if (what !== undefined) return [{ name: option.key, what, at: atKey(settingOf(file, section, option)) }];
  return findSecrets(option.value).map(({ name, what: each, place: { start, end } }) => {
    const setting = settingOf(file, section, option);
    return { name, what: each, at: atText(setting.text, setting, start, end) };
  });
}
