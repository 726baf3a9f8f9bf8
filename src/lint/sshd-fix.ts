import { algorithmLists } from '../sshd/defaults';
import { keywords } from '../sshd/keywords';
import { readDirectives, type SshdDirective } from '../sshd/read';
import { lineValue } from '../sshd/scopes';
import type { Sshd } from '../sshd/sshd';
import type { Span } from '../text/span';
import type { Edit, Fix, SshdChangeDeclared } from './fix';
import { atDirective, atSpan } from './place';
import { addSshdLines, isReplaceable } from './sshd-place';

/** Another value in a line of an sshd_config. */
export function setSshd(line: SshdDirective, value: string): Fix {
  return {
    title: `write ${line.name} ${value}`,
    edits: [replaceValue(line, value)],
    changes: [],
    sshd: declareSshd(line.name, value),
  };
}

/**
 * Gives keywords values for all whom no block says otherwise: in the line that counts, or where nothing says anything below the line
 * `near`, else in a drop-in that comes first, else in the main file.
 */
export function setSshdForAll(
  sshd: Sshd,
  wanted: Readonly<Record<string, string>>,
  near?: SshdDirective,
): Fix {
  const { settings } = sshd.evaluate();
  const edits: Edit[] = [];
  const missing: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const field = keywords.get(name.toLowerCase())?.field;
    const inForce = settings.find(each => each.field === field);
    const line = inForce?.origins[0] ?? refusedLine(sshd, field);
    if (line !== undefined && isReplaceable(sshd, line)) edits.push(replaceValue(line, value));
    else missing.push(`${name} ${value}`);
  }
  const added = missing.length === 0 ? undefined : addSshdLines(sshd, missing, near);
  const lines = Object.entries(wanted).map(([name, value]) => `${name} ${value}`);
  return {
    title: `write ${lines.join(' and ')}${added === undefined ? '' : ` ${added.where}`}`,
    edits: [...edits, ...(added?.edits ?? [])],
    changes: [],
    sshd: Object.entries(wanted).flatMap(([name, value]) => declareSshd(name, value)),
  };
}

/** A line for everybody that sshd refuses, so that it does not count, but is there. */
function refusedLine({ walk }: Sshd, field: string | undefined): SshdDirective | undefined {
  const isMeant = ({ keyword }: SshdDirective) => keywords.get(keyword)?.field === field;
  return walk.steps.find(({ directive, block }) => block === undefined && isMeant(directive))?.directive;
}

/** Another keyword for a line. */
export function renameSshd(line: SshdDirective, name: string): Fix {
  return {
    title: `write ${name} for ${line.name}`,
    edits: [{ kind: 'replace', at: atSpan(line.file, line.keywordSpan), text: name }],
    changes: [],
    sshd: declareSshd(name, line.value),
  };
}

/** Other words in the value of a line; undefined for words that stand elsewhere. */
export function replaceInSshd(line: SshdDirective, { start, end }: Span, text: string): Fix | undefined {
  const { valueSpan, file, name } = line;
  if (start < valueSpan.start || end > valueSpan.end) return undefined;
  const value = file.text.slice(valueSpan.start, start) + text + file.text.slice(end, valueSpan.end);
  return {
    title: `write ${name} ${value}`,
    edits: [{ kind: 'replace', at: atSpan(file, { start, end }), text }],
    changes: [],
    sshd: declareSshd(name, value),
  };
}

/** Takes out a line that has no effect. */
export function removeSshd(line: SshdDirective, title = 'delete this line'): Fix {
  return { title, edits: [{ kind: 'remove-lines', at: atDirective(line) }], changes: [] };
}

/** Takes out a line that has one. */
export function withdrawSshd(line: SshdDirective): Fix {
  const field = keywords.get(line.keyword)?.field;
  return { ...removeSshd(line), ...(field !== undefined && { sshd: [{ field }] }) };
}

function replaceValue(line: SshdDirective, value: string): Edit {
  return { kind: 'replace', at: atSpan(line.file, line.valueSpan), text: value };
}

/** What a line changes, as sshd reads it. */
export function declareSshd(name: string, value: string): readonly SshdChangeDeclared[] {
  const field = keywords.get(name.toLowerCase())?.field;
  if (field === undefined) return [];
  // a list of algorithms is put together with the defaults, a limit with another setting
  const isWhole = !algorithmLists.has(field) && field !== 'rekeylimit';
  const to = isWhole ? printedValue(name, value) : undefined;
  const opened = field === 'port' || field === 'addressfamily' ? [{ field: 'listenaddress' }] : [];
  return [{ field, ...(to !== undefined && { to }) }, ...opened];
}

/** A value as `sshd -T` prints it; undefined for what sshd refuses. */
function printedValue(name: string, value: string): string | undefined {
  const text = `${name} ${value}\n`;
  const [line] = readDirectives({ path: '', name: '', entry: { kind: 'text', text }, text }, 1);
  return line && lineValue(line);
}
