import type { Refusal } from '../preflight/refusal';
import { unknownMode } from '../preflight/unknown-mode';
import type { DefinitionUse } from '../resolve/jail';
import { madeText } from '../text/text';
import { failregexOf } from './failregex';
import type { Jail } from './model';

/** Whether a filter has modes, and the one it takes where a jail names none. */
export function hasModes({ family }: DefinitionUse): {
  readonly isKnown: boolean;
  readonly own: string | undefined;
} {
  const sections = ['Definition', 'Init'].map(name => family.sections.get(name));
  const settings = sections.flatMap(section => [...(section?.values() ?? [])]);
  const mode = sections.map(section => section?.get('mode')).find(each => each !== undefined);
  const isAsked = settings.some(
    ({ text }) => text.value.includes('<mode>') || text.value.includes('%(mode)s'),
  );
  return { isKnown: isAsked, own: mode?.text.value };
}

/** A mode the filter of a jail does not have, which leaves a tag in place of regexes; undefined where the filter has it or has none. */
export function unknownModeOf(jail: Jail): Refusal | undefined {
  const { filter } = jail.reading;
  if (filter === undefined) return undefined;
  const regexes = `${filter.texts.get('prefregex')?.value ?? ''}\n${failregexOf(jail)}`;
  for (const tag of new Set(regexes.match(/<[\w-]{2,100}>/g) ?? [])) {
    const refusal = unknownMode(madeText(tag), filter);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
