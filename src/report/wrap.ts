/**
 * Prose with its lines broken anew: none is longer than `width` characters with the indent, unless one word is. An empty line
 * separates paragraphs.
 */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map(paragraph => wrapParagraph(paragraph, width, indent))
    .join('\n\n');
}

function wrapParagraph(paragraph: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.trim().split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}
