import { isSpace, skipSpace } from '../../text/python-space';

/** Where in a configuration something is put in. */
export type IniPlace =
  | { readonly kind: 'comment' }
  /** In the brackets of a header; `isWhole`: it is the whole name. */
  | { readonly kind: 'header'; readonly isWhole: boolean }
  /** In the name of an option; `before` is what stands before it there. */
  | { readonly kind: 'key'; readonly section: string | undefined; readonly before: string }
  /** Alone on its line, and no further line of a value: it may print anything. */
  | { readonly kind: 'line'; readonly section: string | undefined }
  | {
      readonly kind: 'value';
      readonly section: string | undefined;
      /** In lower case. */
      readonly option: string;
      /** Of its line of the value. */
      readonly before: string;
      readonly after: string;
    };

/** Follows a text as it is printed, and tells what the parser will take the next characters for. */
export interface PlaceTracker {
  feed(part: string): void;
  /** The place of what comes now, with `after` behind it on its line. */
  place(after: string): IniPlace;
}

/** Of a longer line the rest is not looked at. */
const longest = 1000;

export function placeTracker(): PlaceTracker {
  let line = '';
  let section: string | undefined;
  let option: string | undefined;
  let indentLevel = 0;

  function endLine(): void {
    const start = skipSpace(line, 0);
    const content = line.slice(start);
    if (content === '' || content.startsWith('#') || content.startsWith(';')) return;
    if (option !== undefined && start > indentLevel) return;
    indentLevel = start;
    const header = /^\[(.+)\]/.exec(content)?.[1];
    const key = keyOf(content);
    if (header !== undefined) {
      section = header;
      option = undefined;
    } else if (key !== undefined) option = key;
  }

  return {
    feed(part) {
      let at = 0;
      for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', at)) {
        line += part.slice(at, Math.min(end, at + longest));
        endLine();
        line = '';
        at = end + 1;
      }
      if (line.length < longest) line += part.slice(at, at + longest);
    },
    place(after) {
      const start = skipSpace(line, 0);
      const content = line.slice(start);
      if (/^[#;]/.test(content) || /\s;/.test(content)) return { kind: 'comment' };
      if (option !== undefined && start > indentLevel)
        return { kind: 'value', section, option, before: content, after };
      if (content.startsWith('[') && !content.includes(']'))
        return { kind: 'header', isWhole: content === '[' && /^\s*\]/.test(after) };
      const key = keyOf(content);
      if (key !== undefined) {
        const value = content.slice(content.search(/[=:]/) + 1);
        return { kind: 'value', section, option: key, before: value.slice(skipSpace(value, 0)), after };
      }
      return keyOf(`x${after}`) === undefined && content === ''
        ? { kind: 'line', section }
        : { kind: 'key', section, before: content };
    },
  };
}

function keyOf(content: string): string | undefined {
  const delimiter = content.search(/[=:]/);
  if (delimiter <= 0) return undefined;
  let end = delimiter;
  while (end > 0 && isSpace(content.charCodeAt(end - 1))) end--;
  return content.slice(0, end).toLowerCase();
}
