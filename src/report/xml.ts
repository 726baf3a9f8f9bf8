import { printable } from '../text/printable';

/** An element on one line. Attributes and text are made visible where XML 1.0 has no place for them, or a reader would change them. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

/** Elements of their own lines, indented, as the content of one around them. */
export function xmlChildren(elements: readonly string[]): string {
  return (
    elements.map(element => `\n${element.replace(/^/gm, '  ')}`).join('') + (elements.length > 0 ? '\n' : '')
  );
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** A text as content or in an attribute: one line, with what can't be seen or may not stand in XML (U+FFFE, U+FFFF) as escapes. */
export function xmlText(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, character => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, character => entities.get(character)!);
}
