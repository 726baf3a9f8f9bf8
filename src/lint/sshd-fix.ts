import { keywords } from '../sshd/keywords';
import type { SshdDirective } from '../sshd/read';
import type { Fix } from './fix';
import { atDirective, atSpan } from './place';

/** Another value in the line of an sshd_config that is in force. */
export function setSshd(line: SshdDirective, value: string): Fix {
  return {
    title: `write ${line.name} ${value}`,
    edits: [{ kind: 'replace', at: atSpan(line.file, line.valueSpan), text: value }],
    changes: [],
    sshd: fieldsOf(line.keyword),
  };
}

/** Another keyword for a line. */
export function renameSshd(line: SshdDirective, name: string): Fix {
  return {
    title: `write ${name} for ${line.name}`,
    edits: [{ kind: 'replace', at: atSpan(line.file, line.keywordSpan), text: name }],
    changes: [],
    sshd: fieldsOf(name.toLowerCase()),
  };
}

/** Takes out a line that has no effect. */
export function removeSshd(line: SshdDirective): Fix {
  return {
    title: 'delete this line',
    edits: [{ kind: 'remove-lines', at: atDirective(line) }],
    changes: [],
  };
}

function fieldsOf(keyword: string): readonly string[] {
  const field = keywords.get(keyword)?.field;
  return field === undefined ? [] : [field];
}
