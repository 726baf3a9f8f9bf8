import { isAscii } from '../text/ascii';
import { lazyPattern } from '../text/lazy-pattern';
import type { Text } from '../text/text';
import type { Definition, OptionError } from './definition';
import { lateTexts, rememberPrecedent } from './late-tags';
import { type Lookup, type Reading, readOption } from './read-option';
import { namesLeftAlone, type Substituted, substituteTags } from './substitute';

/** The texts of options and parameters with their tags replaced. */
export function combineDefinition(
  definition: Definition,
  ignored: ReadonlySet<string>,
): Substituted<OptionError> {
  return substituteTags(textsOf(definition), ignored, tag => findTag(definition, tag));
}

/** The same for an action, of which many jails use the same few. */
export function combineAction(
  definition: Definition,
  ignored: ReadonlySet<string>,
): Substituted<OptionError> {
  const texts = textsOf(definition);
  const find = (tag: string) => findTag(definition, tag);
  const leftAlone = namesLeftAlone(texts, ignored);
  const late = lateTexts(definition, texts, leftAlone, find);
  if (late !== undefined) return { kind: 'texts', texts: late, isPlain: true };
  const combined = substituteTags(texts, ignored, find);
  if (combined.kind === 'texts' && combined.isPlain)
    rememberPrecedent(definition, texts, combined.texts, leftAlone, find);
  return combined;
}

function textsOf({ options, parameters }: Definition): ReadonlyMap<string, Text | undefined> {
  const texts = new Map<string, Text | undefined>(options);
  parameters.forEach((text, name) => {
    texts.set(name, text);
  });
  return texts;
}

const slashName = lazyPattern(() => /^([\p{L}\p{N}_-]+)\/([^\s>]+)$/u);
const asciiSlashName = /^([\w-]+)\/([^\s>]+)$/;

/** A tag that is no option or parameter: `<section/option>`, then whatever interpolation would find under that name. */
function findTag(definition: Definition, tag: string) {
  const { remembered } = definition;
  if (!remembered.has(tag)) {
    const { setting, result, section } = lookUpTag(definition, tag);
    if (result.kind === 'error') {
      return { kind: 'error', error: { kind: 'option', section, option: tag, setting, result } } as const;
    }
    remembered.set(tag, result.kind === 'text' ? result.text : undefined);
  }
  const text = remembered.get(tag);
  return text && ({ kind: 'text', text } as const);
}

function lookUpTag({ family, variables, asked }: Definition, tag: string): Reading & { section: string } {
  if (tag.includes('/')) {
    const [, name = '', option = ''] = splitSlashName(tag) ?? [];
    for (const section of sectionsOf(name)) {
      const reading = readOption({ merged: family }, section, option);
      const { kind } = reading.result;
      if (kind !== 'no-section' && kind !== 'no-option') return { ...reading, section };
    }
  }
  const name = tag.toLowerCase();
  asked.namesOfTags.add(name);
  const lookup: Lookup = { merged: family, variables, asked: asked.namesOfTags };
  return { ...readOption(lookup, 'Definition', name), section: 'Definition' };
}

function splitSlashName(tag: string): RegExpExecArray | null {
  return (isAscii(tag) ? asciiSlashName : slashName()).exec(tag);
}

function sectionsOf(name: string): readonly string[] {
  if (name === '') return [];
  const kind = name.toLowerCase();
  if (kind === 'known') return ['KNOWN/Definition', 'Definition'];
  return [kind === 'default' ? 'DEFAULT' : name];
}
