/** Prose with `code` in back quotes as Markdown: everything else in it stands for itself. */
export function markdownProse(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeProse(part)))
    .join('');
}

/** Marks inside a line, and those that mean something at its start. */
function escapeProse(text: string): string {
  return text.replace(/[\\*<[|`]|(?<!\w)_|_(?!\w)/g, '\\$&').replace(/^[#+>-](?=\s)/gm, '\\$&');
}

/** A block of code, whatever back quotes it holds. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([quotes]) => quotes.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}
