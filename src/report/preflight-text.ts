import type { Preflight } from '../preflight/preflight';
import { createPlaces, type Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { displayPath } from './display-path';
import { frame } from './frame';
import type { Palette } from './palette';
import { type PlacedReason, placeReasons } from './preflight-reasons';
import { releaseLine } from './release-line';

/** The prediction for a person: the verdict, the jails, and each reason with its line and what to change. */
export function preflightText(
  setup: Setup,
  result: Preflight,
  why: string | undefined,
  palette: Palette,
): string {
  const places = createPlaces(setup.sources);
  const jails = [...result.jails].map(([name, state]) => {
    const paint = state === 'up' ? palette.dim : palette.severity.error;
    return `  ${paint(state === 'up' ? 'up     ' : 'skipped')} ${printable(name)}\n`;
  });
  const reasons = placeReasons(setup, places, result.reasons).map(
    placed => `\n${reasonText(placed, places, palette)}\n`,
  );
  const release = why === undefined ? '' : `${palette.dim(releaseLine(setup, why))}\n`;
  return [`${verdictLine(setup, result, palette)}\n`, release, ...jails, ...reasons].join('');
}

function verdictLine(setup: Setup, { verdict, jails }: Preflight, palette: Palette): string {
  const release = `fail2ban ${setup.release.name}`;
  if (verdict === 'down') {
    const enabled = setup.jails.filter(jail => jail.enabled).length;
    return `${palette.severity.error('down')}: ${release} would not start${enabled === 0 ? '' : `, and ${countJails(enabled)} would be down`}`;
  }
  const skipped = [...jails.values()].filter(state => state === 'skipped').length;
  if (verdict === 'nothing') {
    const why = skipped === 0 ? 'no jail is enabled' : `${countJails(skipped)} would be left out`;
    return `${palette.severity.warning('nothing')}: ${release} would run without a jail, because ${why}`;
  }
  const left = skipped === 0 ? '' : `, ${skipped} left out`;
  return `${palette.bold('up')}: ${release} would start with ${countJails(jails.size - skipped)}${left}`;
}

function countJails(number: number): string {
  return `${number} jail${number === 1 ? '' : 's'}`;
}

/** How many jails are named before the rest is counted. */
const mostNamed = 5;

function reasonText({ reason, range, jails }: PlacedReason, places: Places, palette: Palette): string {
  const place = `${printable(displayPath(sourcePath(range.file)))}:${range.start.line}:${range.start.column}`;
  const numberWidth = String(range.start.line).length;
  const named = jails.slice(0, mostNamed).join(', ');
  const more = jails.length > mostNamed ? ` and ${jails.length - mostNamed} more` : '';
  return [
    `${palette.bold(place)} ${palette.dim(reason.rule)}`,
    `  ${printable(reason.message)}`,
    frame(range, places.lines(range.file), { mark: '^', indent: 2, numberWidth }, palette),
    ...(reason.advice === undefined ? [] : [`  fix: ${printable(reason.advice)}`]),
    ...(jails.length === 0
      ? []
      : [palette.dim(`  jail${jails.length === 1 ? '' : 's'}: ${printable(named + more)}`)]),
  ].join('\n');
}
