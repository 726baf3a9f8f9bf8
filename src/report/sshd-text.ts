import { describeLine, describeRefusal, idleLines } from '../sshd/describe';
import type { SshdDirective } from '../sshd/read';
import type { Refusal } from '../sshd/refusal';
import type { InForce } from '../sshd/settings';
import type { Evaluation, Sshd } from '../sshd/sshd';
import { lineIndex } from '../text/line-index';
import { printable } from '../text/printable';
import { displayPath } from './display-path';
import type { Palette } from './palette';

/** sshd itself stops at the first or, of the unknown ones, at the end of the file. */
const most = 20;

/** What `sshd -T` prints, line by line, with the origin of each value and below it the lines it takes the effect from. */
export function sshdText(sshd: Sshd, { settings, refusals }: Evaluation, palette: Palette): string {
  const unread = sshd.walk.unread.map(({ file, reason }) => {
    const text = `${displayPath(file.path)} cannot be read (${reason}): what it sets is unknown`;
    return palette.severity.warning(printable(text));
  });
  const shown = refusals.slice(0, most);
  const told = shown.map(refusal => {
    const text = `sshd will not start: ${placeOfRefusal(refusal)}: ${describeRefusal(refusal)}`;
    return palette.severity.error(printable(text));
  });
  const lines = [...unread, ...told];
  if (refusals.length > most) lines.push(`and ${refusals.length - most} more lines it refuses`);
  for (const setting of settings) {
    for (const [index, text] of setting.printed.entries()) {
      lines.push(`${printable(text)}  ${palette.dim(`# ${originOf(setting, index)}`)}`);
    }
    for (const line of setting.lost) {
      lines.push(`  overrides  ${palette.place(placeOf(line))}: ${describeLine(line)}`);
    }
  }
  const idle = idleLines(sshd);
  if (idle.length > 0) lines.push('', 'lines that never take effect:');
  for (const { line, why, winner } of idle) {
    const where = winner === undefined ? '' : ` in ${placeOf(winner)}`;
    lines.push(
      `  ${palette.place(placeOf(line))}: ${describeLine(line)}  ${palette.dim(`# ${why}${where}`)}`,
    );
  }
  return lines.map(line => `${line}\n`).join('');
}

/** The lines a printed line comes from, `default` where nothing sets it. */
function originOf({ origins, values, printed }: InForce, index: number): string {
  const isParallel = origins.length === values.length && printed.length === values.length;
  const lines = isParallel ? [origins[index]!] : [...new Set(origins)];
  return lines.length === 0 ? 'default' : lines.map(placeOf).join(', ');
}

function placeOf(line: SshdDirective): string {
  return `${printable(displayPath(line.file.path))}:${line.number}`;
}

function placeOfRefusal({ file, directive, span }: Refusal): string {
  const line = directive?.number ?? lineIndex(file.text).position(span.start).line;
  return `${displayPath(file.path)}:${line}`;
}
