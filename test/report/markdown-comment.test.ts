import { join } from 'node:path';
import { markdownComment } from '../../src/report/markdown-comment';
import { printable } from '../../src/text/printable';
import { echo, hostileTexts, manyFindings, nothing, type Reported } from './report-outcomes';

// the package is a module of the newer kind, which jest can't load; this is the same as a script
const { marked }: typeof import('marked') = require(
  join(__dirname, '../../node_modules/marked/lib/marked.umd.js'),
);

const write = ({ outcomes, run }: Reported) => markdownComment(outcomes, run);

/** What GitHub takes in a comment. */
const longest = 65_536;

interface Seen {
  readonly kinds: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly rows: number;
  /** What a reader sees, without tags. */
  readonly text: string;
}

/** A comment as a parser of GitHub's Markdown reads it. */
function see(markdown: string): Seen {
  const kinds = new Set<string>();
  const tags = new Set<string>();
  const links: string[] = [];
  let rows = 0;
  const tokens = marked.lexer(markdown);
  marked.walkTokens(tokens, token => {
    kinds.add(token.type);
    if (token.type === 'html') for (const [tag] of token.raw.matchAll(/<[^>]*>?/g)) tags.add(tag);
    if (token.type === 'link') links.push(token.href);
    if (token.type === 'table') rows += token.rows.length;
  });
  const html = marked.parser(tokens).replace(/<[^>]*>/g, '');
  return { kinds, tags, links, rows, text: decode(html) };
}

function decode(html: string): string {
  const names = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
  ]);
  return html.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (names.get(name) ?? `&${name};`) : String.fromCodePoint(Number(code)),
  );
}

test('nothing found', () => {
  expect(write(nothing)).toBe('### f2blint: no findings in 1 file, 0 jails enabled\n');
});

test('a table for each file, those with errors first', () => {
  const seen = see(write(echo(['x', 'y'])));
  expect(seen.rows).toBe(6);
  expect(seen.text).toContain('etc/fail2ban/jail.d/0-x.conf: 3 findings');
  expect(seen.tags).toContain('<details open>');
});

test('hostile values are text', () => {
  const seen = see(write(echo(hostileTexts)));
  expect(seen.rows).toBe(3 * hostileTexts.length);
  expect([...seen.kinds].sort()).toEqual(['heading', 'html', 'link', 'space', 'table', 'text']);
  expect([...seen.tags].sort()).toEqual(
    ['<details>', '</details>', '<summary>', '</summary>', '<code>', '</code>', '<br>'].sort(),
  );
  for (const link of seen.links) {
    expect(link).toMatch(
      /^https:\/\/github\.com\/f2blint\/f2blint\/blob\/main\/docs\/rules\/daemon\/\w+\.md$/,
    );
  }
  expect(seen.text).not.toMatch(
    /@[\w-]|https?:\/\/|www\.|[#!]\d|GH-\d|[\x7f-\x9f\u202a-\u202e\ud800-\udfff]/u,
  );
  for (const text of hostileTexts)
    expect(seen.text.replaceAll('\u200b', '')).toContain(printable(`says ${text}`));
});

test('10,000 findings fit into a comment, and how many are left out is said', () => {
  const markdown = write(manyFindings(10_000));
  expect(markdown.length).toBeLessThan(longest);
  const { rows, text } = see(markdown);
  expect(rows).toBeGreaterThan(100);
  expect(text).toContain(`${10_000 - rows} of 10000 findings are left out here`);
});

test('a finding that is too long for a comment is left out', () => {
  const markdown = write(echo(['short', 'x'.repeat(longest)]));
  expect(markdown.length).toBeLessThan(longest);
  expect(see(markdown)).toMatchObject({
    rows: 3,
    text: expect.stringContaining('3 of 6 findings are left out'),
  });
});
