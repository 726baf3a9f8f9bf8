import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { presetNames } from '../config/presets';
import { settingSections } from '../config/setting-keys';
import { count } from '../report/count';
import { printable } from '../text/printable';
import { hookTexts } from './init/hook-texts';
import { settingsText } from './init/settings-text';
import { type Survey, survey } from './init/survey';
import { type ExitCode, exitCode, type Io, UserError } from './io';

const documentation = 'https://github.com/f2blint/f2blint/blob/main/docs/ci.md';

/** `f2blint init [PATH]`: writes a commented `.f2blintrc`, never over one, and says where f2blint can be hooked in. */
export async function initCommand(directory: string, io: Io): Promise<ExitCode> {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(
      `${directory} is no directory`,
      '.f2blintrc is written into a directory: f2blint init .',
    );
  const file = join(directory, '.f2blintrc');
  const found = await survey(directory);
  write(file, settingsText(settingSections, new Map([['preset', presetFor(found)]])));
  io.write(reportText(file, found));
  return exitCode.clean;
}

/** A pipeline should not fail because f2blint has learnt something: there the preset has a number. */
function presetFor({ hooks }: Survey): string {
  const isChecked = hooks.some(hook => hook !== 'systemd' && hook !== 'ansible');
  return (isChecked && presetNames.findLast(name => name.startsWith('recommended@'))) || 'recommended';
}

function write(file: string, text: string): void {
  try {
    // fails where there is anything, a link too
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new UserError(`${file} is there already`, 'nothing was changed; move it away to have a new one');
    const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
    throw new UserError(`${file} cannot be written: ${reason}`);
  }
}

function reportText(file: string, { trees, hooks, above }: Survey): string {
  const texts = hookTexts(version);
  const parts = hooks.map(hook => {
    const { title, file: place, text } = texts.get(hook)!;
    return `\n${title}: ${place}\n\n${text.replace(/^(?=.)/gm, '    ')}`;
  });
  return [
    `${printable(file)} is written: every setting there is, explained\n`,
    ...(above === undefined ? [] : [`${printable(above)} no longer counts here\n`]),
    `${treesText(trees)}\n`,
    ...(parts.length === 0 ? [] : ['\nHow to hook f2blint into what is here:\n']),
    ...parts,
    `\nMore ways, and what each of them does: ${documentation}\n`,
  ].join('');
}

function treesText(trees: readonly string[]): string {
  if (trees.length === 0) return 'no configuration of fail2ban was found below it';
  const shown = trees.slice(0, 5);
  const more = trees.length > shown.length ? ` and ${trees.length - shown.length} more` : '';
  return `it is for ${count(trees.length, 'configuration')}: ${printable(shown.join(', '))}${more}`;
}
