import type { SshdDirective } from '../sshd/read';
import type { Refusal } from '../sshd/refusal';
import type { InForce } from '../sshd/settings';
import type { Evaluation } from '../sshd/sshd';
import { lineIndex } from '../text/line-index';
import { printable } from '../text/printable';
import { displayPath } from './display-path';
import type { Palette } from './palette';

/** What `sshd -T` prints, line by line, with the origin of each value and below it the lines it takes the effect from. */
export function sshdText({ settings, refusals }: Evaluation, palette: Palette): string {
  const lines = refusals.map(refusal => {
    const text = `sshd will not start: ${placeOfRefusal(refusal)}: ${describeRefusal(refusal)}`;
    return palette.severity.error(printable(text));
  });
  for (const setting of settings) {
    for (const [index, text] of setting.printed.entries()) {
      lines.push(`${printable(text)}  ${palette.dim(`# ${originOf(setting, index)}`)}`);
    }
    for (const line of setting.lost) {
      const text = `${line.name} ${line.value}`;
      lines.push(`  overrides  ${palette.place(placeOf(line))}: ${printable(text)}`);
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

/** What is wrong with a line, with its keyword. */
export function describeRefusal({ directive, message, suggestion }: Refusal): string {
  const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  return directive === undefined ? message : `${directive.name}: ${message}${hint}`;
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
