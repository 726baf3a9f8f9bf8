import type { Connection } from '../sshd/connection';
import { describeRefusal } from '../sshd/describe';
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
    connection,
    refusals: refusals.map(refusal => {
      const start = lineIndex(refusal.file.text).position(refusal.span.start);
      return { file: displayPath(refusal.file.path), ...start, message: describeRefusal(refusal) };
    }),
    settings: settings
      .filter(({ printed }) => printed.length > 0)
      .map(({ field, values, origins, lost }) => ({
        name: field,
        values,
        origins: [...new Set(origins)].map(entryOf),
        shadowed: lost.map(entryOf),
      })),
  });
}

function entryOf(line: SshdDirective) {
  const column = line.indent.length + 1;
  return { file: displayPath(line.file.path), line: line.number, column, raw: `${line.name} ${line.value}` };
}
