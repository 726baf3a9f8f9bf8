import type { SettingSection } from '../../config/setting-section';
import { wrap } from '../../report/wrap';

const intro = `# Settings of f2blint for everything below this directory.
# Take the # away from a setting to make it count; what is set already is what f2blint does anyway.
# All of it is explained in https://github.com/f2blint/f2blint/blob/main/docs/configuration.md
`;

/** A `.f2blintrc` with every key there is, of which those that are chosen are set. */
export function settingsText(
  sections: readonly SettingSection[],
  chosen: ReadonlyMap<string, string>,
): string {
  return intro + sections.map(section => sectionText(section, chosen)).join('');
}

function sectionText(
  { name, description, isExample, keys }: SettingSection,
  chosen: ReadonlyMap<string, string>,
): string {
  const header = name === '' ? '' : `\n${comment(description)}${isExample ? '#' : ''}[${name}]\n`;
  const lines = keys.map(({ key, description: words, example }) => {
    const value = name === '' ? chosen.get(key) : undefined;
    const line = value === undefined ? `#${key} = ${example}` : `${key} = ${value}`;
    return `${words === '' ? '' : `\n${comment(words)}`}${line}\n`;
  });
  return header + lines.join('');
}

function comment(text: string): string {
  return `${wrap(text, 100, '# ')}\n`;
}
