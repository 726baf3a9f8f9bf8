import { effectiveOption } from '../../resolve/effective';
import { createPlaces } from '../../resolve/places';
import type { Setup } from '../../resolve/setup';
import { lastOptionAt } from '../../syntax/option-at';
import { sha256 } from '../../text/sha256';
import { findSecrets } from '../../values/secrets';
import type { Diagnostic } from '../finding';
import { type FindingKey, findingKeys } from '../finding-keys';

/** A finding as a baseline has it: what it is about, and what that was set to. */
export interface BaselineEntry extends FindingKey {
  /** The value of the option in effect in the jail, else as it is written; a hash where that is long or secret; undefined without any. */
  readonly value: string | undefined;
}

/** Longer ones are hashed. */
const longest = 60;

/** Gives the entries of the findings of one tree. `fileName` says how a path is called in them. No secret gets into one. */
export function baselineEntries(
  setup: Setup,
  fileName: (path: string) => string,
): (diagnostic: Diagnostic) => BaselineEntry {
  const keyOf = findingKeys(setup, fileName);
  const places = createPlaces(setup.sources);
  const jails = new Map(setup.jails.map(jail => [jail.name, jail]));
  function writtenValue({ range: { file, start } }: Diagnostic): string | undefined {
    const tree = setup.sources(file.path)?.tree;
    const line = places.lines(file).line(start.line);
    if (tree === undefined || line === undefined) return undefined;
    const offset = line.start + start.column - 1;
    const option = lastOptionAt(tree, offset);
    const end = option?.valueLines.at(-1)?.end ?? 0;
    return option !== undefined && offset <= end ? option.value : undefined;
  }
  function effectiveValue({ jail, option }: Diagnostic): string | undefined {
    const reading = jail === undefined ? undefined : jails.get(jail);
    if (reading === undefined || option === undefined) return undefined;
    const read = reading.options.get(option)?.value.text;
    const result = effectiveOption(setup.enabledJailLookup, reading.name, option, read)?.result;
    return result?.kind === 'text' ? result.text.value : undefined;
  }
  return diagnostic => {
    const key = keyOf(diagnostic);
    const written = writtenValue(diagnostic);
    const value = effectiveValue(diagnostic) ?? written;
    const texts = [key.element, written, value].filter(text => text !== undefined);
    const isSecret = texts.some(text => findSecrets(`${key.option} = ${text}\n${text}`).length > 0);
    return {
      ...key,
      element: key.element === '' ? '' : shown(key.element, isSecret),
      value: value === undefined ? undefined : shown(value, isSecret),
    };
  };
}

/** Four digits tell most changes of a secret, and are too few to find it by trying. */
function shown(text: string, isSecret: boolean): string {
  if (isSecret) return `sha256:${sha256(text).slice(0, 4)}`;
  return text.length > longest || text.includes('\n') ? `sha256:${sha256(text).slice(0, 32)}` : text;
}

/** A name for all that an entry says. */
export function entryName({ rule, file, section, option, jail, element, value }: BaselineEntry): string {
  return JSON.stringify([file, section, option, element, jail, rule, value ?? null]);
}
