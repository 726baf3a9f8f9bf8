import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';
import type { Span } from '../text/span';
import { lineEndOf, wholeLines } from '../text/whole-lines';

const indentation = '    ';

/** An option from its name to the end of its value. */
export function optionSpan({ keySpan, delimiter, valueLines }: Option): Span {
  return { start: keySpan.start, end: Math.max(delimiter.end, valueLines.at(-1)?.end ?? 0) };
}

/** The characters another value takes the place of, and how it is written there. */
export function valueEdit(
  { text }: SourceFile,
  option: Option,
  value: string,
): Span & { readonly text: string } {
  const { delimiter, valueLines } = option;
  const isBare = (valueLines[0]?.start ?? delimiter.end) === delimiter.end;
  const written = writeLines(value, lineEndOf(text), continuationIndent(text, option));
  const start = isBare ? delimiter.end : valueLines[0]!.start;
  const startsOnLine = value !== '' && !value.startsWith('\n');
  return {
    start,
    end: Math.max(start, valueLines.at(-1)?.end ?? start),
    text: isBare && startsOnLine ? ` ${written}` : written,
  };
}

function continuationIndent(text: string, { valueLines }: Option): string {
  const second = valueLines.slice(1).find(line => line.start < line.end);
  if (second === undefined) return indentation;
  return text.slice(wholeLines(text, second).start, second.start);
}

function writeLines(value: string, lineEnd: string, indent: string): string {
  const [first, ...rest] = value.split('\n');
  return [first, ...rest.map(line => indent + line)].join(lineEnd);
}

/** New options as lines of a file, in the manner of the options beside them. */
export function writeOptions(
  options: ReadonlyMap<string, string>,
  file: SourceFile | undefined,
  beside: Section | undefined,
): string {
  const lineEnd = lineEndOf(file?.text ?? '');
  const delimiter = (file && beside && delimiterIn(file.text, beside)) ?? ' = ';
  return [...options]
    .map(
      ([name, value]) => `${name}${delimiter}${writeLines(value, lineEnd, indentation)}`.trimEnd() + lineEnd,
    )
    .join('');
}

function delimiterIn(text: string, { options }: Section): string | undefined {
  const last = options.at(-1);
  const value = last?.valueLines[0];
  if (last === undefined || value === undefined || value.start === value.end) return undefined;
  return text.slice(last.keySpan.end, value.start);
}
