import type { Connection } from '../sshd/connection';
import { describeRefusal, idleLines } from '../sshd/describe';
import type { SshdDirective } from '../sshd/read';
import type { Evaluation, Sshd } from '../sshd/sshd';
import { lineIndex } from '../text/line-index';
import { displayPath } from './display-path';
import { toJson } from './json';

/** The answer of `show sshd_config --format json`, as in schemas/show-sshd.schema.json. */
export function sshdJson(sshd: Sshd, { settings, refusals }: Evaluation, connection: Connection): string {
  return toJson({
    schemaVersion: 1,
    path: displayPath(sshd.main.path),
    openssh: '9.2',
    files: [...new Set([sshd.main, ...sshd.walk.files])].map(file => displayPath(file.path)),
    unread: sshd.walk.unread.map(({ file, reason }) => ({ file: displayPath(file.path), reason })),
    connection,
    refusals: refusals.map(refusal => {
      const start = lineIndex(refusal.file.text).position(refusal.span.start);
      return { file: displayPath(refusal.file.path), ...start, message: describeRefusal(refusal) };
    }),
    settings: settings
      .filter(({ printed }) => printed.length > 0)
      .map(({ field, values, printed, origins, lost }) => ({
        name: field,
        values,
        lines: printed,
        origins: [...new Set(origins)].map(entryOf),
        shadowed: lost.map(entryOf),
      })),
    idle: idleLines(sshd).map(({ line, why }) => ({ ...entryOf(line), message: why })),
  });
}

function entryOf(line: SshdDirective) {
  const column = line.indent.length + 1;
  return { file: displayPath(line.file.path), line: line.number, column, raw: `${line.name} ${line.value}` };
}
