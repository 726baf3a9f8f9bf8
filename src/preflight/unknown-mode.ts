import type { DefinitionUse } from '../resolve/jail';
import { closestName } from '../text/closest-name';
import { excerpt, quote } from '../text/excerpt';
import type { Text } from '../text/text';
import type { Refusal } from './refusal';

/** By what stands before the mode in the tag. */
const known = new WeakMap<DefinitionUse, Map<string, Refusal | undefined>>();
/** A filter has one or two families of such options; each is looked for among all of its options. */
const mostFamilies = 10;

/**
 * For a failregex that is nothing but the tag of a mode its filter lacks, `<mdre-agressive>`: at fault is the mode, wherever that is
 * set. Undefined for any other. Packaged filters write such a tag as `<mdre-<mode>>` (filter.d/postfix.conf).
 */
export function unknownMode(regex: Text, filter: DefinitionUse): Refusal | undefined {
  const mode = filter.texts.get('mode') ?? filter.family.sections.get('Definition')?.get('mode')?.text;
  const [, tag = ''] = /^<([^<>]+)>$/.exec(regex.value) ?? [];
  if (mode === undefined || mode.value === '' || !tag.endsWith(mode.value)) return undefined;
  const prefix = tag.slice(0, -mode.value.length);
  const refusals = known.get(filter) ?? new Map<string, Refusal | undefined>();
  known.set(filter, refusals);
  if (!refusals.has(prefix) && refusals.size < mostFamilies) {
    refusals.set(prefix, refuseMode(mode, modesOf(filter, prefix)));
  }
  return refusals.get(prefix);
}

function modesOf({ family }: DefinitionUse, prefix: string): readonly string[] {
  if (prefix === '') return [];
  const names = [...(family.sections.get('Definition')?.keys() ?? [])];
  return names.filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length));
}

function refuseMode(mode: Text, modes: readonly string[]): Refusal | undefined {
  if (modes.length === 0) return undefined;
  const close = closestName(mode.value, modes);
  return {
    code: 'unknown-mode',
    rule: 'filter/mode-unknown',
    message: `the filter has no mode ${quote(mode.value)}, so that this failregex has nothing that says whom to ban`,
    advice: close === undefined ? `one of ${excerpt(modes.join(', '))}` : `did you mean ${close}?`,
    text: mode,
    ...(close !== undefined && { mend: { by: close } }),
  };
}
