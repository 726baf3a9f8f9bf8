import { describeInterpolation } from '../resolve/describe-failure';
import { type Effective, effectiveOption, effectiveOptions, ownOptions } from '../resolve/effective';
import type { JailReading } from '../resolve/jail';
import { createPlaces, type Places } from '../resolve/places';
import type { Lookup } from '../resolve/read-option';
import type { Selection } from '../resolve/selector';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { piecesOf } from '../text/pieces';
import { printable } from '../text/printable';
import { describeValue } from '../values/meaning';
import { describeFailures } from './load-failures';
import type { Palette } from './palette';
import { policyInWords } from './policy';
import { releaseLine } from './release-line';

/** What `show` prints for a person; `why` is the reason for the release where nobody chose it. */
export function showText(
  setup: Setup,
  selection: Selection,
  why: string | undefined,
  palette: Palette,
): string {
  const places = createPlaces(setup.sources);
  switch (selection.kind) {
    case 'all':
      return overview(setup, why, places, palette);
    case 'daemon':
      return sectionsText({ merged: setup.daemon.family }, places, palette);
    case 'section':
      return optionsText(effectiveOptions(lookupFor(setup), selection.section), places, palette);
    case 'option': {
      const option = effectiveOption(lookupFor(setup), selection.section, selection.option);
      return option === undefined ? '' : optionText(selection.section, option, places, palette);
    }
    default: {
      const family = setup.loadAlone(`${selection.kind}.d/${selection.name}`);
      const failures = describeFailures(family, places);
      return (
        (failures && `${palette.severity.error(printable(failures))}\n`) +
        sectionsText({ merged: family }, places, palette)
      );
    }
  }
}

/** Values as the daemon gets them, with what filters add to their jails. */
function lookupFor(setup: Setup): Lookup {
  return setup.enabledJailLookup;
}

function overview(setup: Setup, why: string | undefined, places: Places, palette: Palette): string {
  const failures = [setup.daemon.family, setup.jailFamily].map(family => describeFailures(family, places));
  const enabled = setup.jails.filter(jail => jail.enabled);
  const width = Math.max(0, ...enabled.map(jail => jail.name.length));
  const lines = [
    ...failures
      .filter(text => text !== '')
      .map(text => palette.severity.error(`fail2ban will not start: ${printable(text)}`)),
    `${setup.jails.length} jail${setup.jails.length === 1 ? '' : 's'}, ${enabled.length} enabled, as fail2ban ${setup.release.version} reads them`,
    ...(why === undefined ? [] : [palette.dim(releaseLine(setup, why))]),
    ...enabled.map(jail => `  ${palette.bold(printable(jail.name).padEnd(width))}  ${jailInWords(jail)}`),
  ];
  return lines.map(line => `${line}\n`).join('');
}

function jailInWords(jail: JailReading): string {
  return jail.skipped === undefined ? policyInWords(jail) : `skipped: ${printable(jail.skipped.message)}`;
}

function sectionsText(lookup: Lookup, places: Places, palette: Palette): string {
  const names = [...lookup.merged.sections.keys()].filter(name => !name.startsWith('KNOWN/'));
  return ['DEFAULT', ...names]
    .map(name => ({ name, options: ownOptions(lookup, name) }))
    .filter(({ options }) => options.length > 0)
    .map(
      ({ name, options }) =>
        `${palette.bold(`[${printable(name)}]`)}\n${optionsText(options, places, palette)}`,
    )
    .join('\n');
}

function optionsText(options: readonly Effective[], places: Places, palette: Palette): string {
  return options
    .map(option => `${valueText(option, '  ', palette)}  ${originText(option, places, palette)}\n`)
    .join('');
}

/** One option in full: value, meaning, where it is set, how it is written there and what it overrides. */
function optionText(section: string, option: Effective, places: Places, palette: Palette): string {
  const { result, setting, raw, shadowed } = option;
  const value = result.kind === 'text' ? result.text.value : undefined;
  const meaning = value === undefined ? undefined : describeValue(option.name, value);
  const asWritten =
    value !== undefined && value !== raw.value ? [`  written as ${indentLines(raw.value, '  ')}`] : [];
  const lines = [
    `${palette.bold(printable(section))}.${valueText(option, '  ', palette)}`,
    ...(meaning === undefined ? [] : [`  means      ${meaning}`]),
    ...asWritten,
    `  set in     ${setting === undefined ? 'fail2ban itself' : settingText(setting, places, palette)}`,
    ...partsText(option, places, palette),
    ...shadowed().map(other => {
      return `  overrides  ${settingText(other, places, palette)}: ${indentLines(other.text.value, '  ')}`;
    }),
  ];
  return lines.map(line => `${line}\n`).join('');
}

/** The other lines that parts of an interpolated value are written on. */
function partsText({ result, setting }: Effective, places: Places, palette: Palette): readonly string[] {
  if (result.kind !== 'text' || setting === undefined) return [];
  const lines = new Set<string>();
  for (const piece of piecesOf(result.text)) {
    const { file, start } = places.range(piece);
    const isOwn =
      piece.file === setting.file.path &&
      piece.start >= setting.option.keySpan.start &&
      piece.end <= lastOf(setting);
    if (!isOwn) lines.add(`${printable(file.name)}:${start.line}`);
  }
  return lines.size === 0 ? [] : [`  parts from ${[...lines].map(palette.place).join(', ')}`];
}

function lastOf({ option }: Setting): number {
  return option.valueLines.at(-1)?.end ?? option.delimiter.end;
}

function valueText({ name, result }: Effective, indent: string, palette: Palette): string {
  if (result.kind === 'text') return `${printable(name)} = ${indentLines(result.text.value, indent)}`;
  const why = result.kind === 'error' ? describeInterpolation(result.error) : 'cannot be read';
  return `${printable(name)} = ${palette.severity.error(`(${printable(why)})`)}`;
}

function originText({ setting }: Effective, places: Places, palette: Palette): string {
  return palette.dim(setting === undefined ? '# fail2ban itself' : `# ${placeText(setting, places)}`);
}

function settingText(setting: Setting, places: Places, palette: Palette): string {
  return `${palette.place(placeText(setting, places))} [${printable(setting.section)}]`;
}

function placeText({ file, option }: Setting, places: Places): string {
  return `${printable(file.name)}:${places.position(file, option.keySpan.start).line}`;
}

function indentLines(value: string, indent: string): string {
  return value.split('\n').map(printable).join(`\n${indent}  `);
}
