import type { JailReading } from '../resolve/jail';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { Text } from '../text/text';

/** The text a jail has for an option, its own or that of its filter. */
export function optionText({ options, filter }: JailReading, name: string): Text | undefined {
  const own = options.get(name);
  return own === undefined ? filter?.texts.get(name) : own.value.text;
}

/** The line that sets an option of a jail: in the jail, in `[DEFAULT]`, or in its filter. */
export function optionSetting(setup: Setup, jail: JailReading, name: string): Setting | undefined {
  const { sections, defaults } = setup.jailFamily;
  const own = sections.get(jail.name)?.get(name) ?? defaults.get(name);
  if (own !== undefined || jail.filter === undefined) return own;
  const filter = jail.filter.family.sections;
  return filter.get('Definition')?.get(name) ?? filter.get('Init')?.get(name);
}
