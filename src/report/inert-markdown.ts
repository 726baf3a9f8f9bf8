import { printable } from '../text/printable';

/** Marks of Markdown and HTML, and the `$` of formulas. As entities they are characters, in a table and in HTML too. */
const marks = /[&<>\\`*_~[\]|$]/g;

/** What GitHub and GitLab make links and mentions of on their own: `@name`, `https://…`, `www.…`, `#1`, `!1`, `GH-1`. */
const autolinks = /(?<=@)(?=[\w-])|(?<=:)(?=\/\/)|(?<=\bwww)(?=\.)|(?<=[#!])(?=\d)|(?<=\bGH-)(?=\d)/gi;

const noWidth = '&#8203;';

/** A text as Markdown that means nothing but its characters, on one line: nobody is told, nothing is linked, no HTML comes of it. */
export function inertMarkdown(text: string): string {
  return printable(text)
    .split(autolinks)
    .map(part => part.replace(marks, mark => `&#${mark.charCodeAt(0)};`))
    .join(noWidth);
}

/** The same in the letters of code, as HTML, which also stands where Markdown doesn't. */
export function inertCode(text: string): string {
  return `<code>${inertMarkdown(text)}</code>`;
}
