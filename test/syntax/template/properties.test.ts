import fc from 'fast-check';
import { render } from '../../../src/syntax/template/render';
import { parseTemplate } from '../../../src/syntax/template/template';
import type { TemplateKind } from '../../../src/text/template-kind';
import { processorTime } from '../../processor-time';

const kinds: readonly TemplateKind[] = ['jinja', 'erb', 'epp', 'go'];

const parts = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '<%',
  '<%=',
  '<%-',
  '-%>',
  '%>',
  '<%%',
  '{{-',
  '-}}',
  '{%-',
  '-%}',
  '%',
  'if',
  'else',
  'elif',
  'elsif',
  'end',
  'endif',
  'for',
  'endfor',
  'raw',
  'endraw',
  'macro',
  'endmacro',
  'set',
  'range',
  'do',
  'case',
  'when',
  '{',
  '}',
  '"',
  "'",
  '`',
  '\\',
  '#',
  '|',
  '(',
  ')',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '=',
  ':',
  '[',
  ']',
  ';',
  'x',
  'bantime',
  '[sshd]\n',
];
const texts = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map(all => all.join(''));

describe.each(kinds)('any text as %s', kind => {
  test('is taken apart and printed, each printed character is one of the template or stands for an expression', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), fc.integer({ min: 0, max: 3 }), (text, keepsIndent, seed) => {
        const template = parseTemplate(text, kind, keepsIndent);
        const { text: printed, map } = render(template, {
          take: ({ id, branches, hasElse }) => {
            const branch = (id + seed) % (branches.length + 1);
            return branch < branches.length ? branch : hasElse ? 0 : undefined;
          },
          fill: ({ tag }) => 'y'.repeat(tag.start % 3),
        });
        let at = 0;
        let from = 0;
        for (const piece of map.pieces) {
          expect(piece.at).toBe(at);
          expect(piece.start).toBeGreaterThanOrEqual(from);
          if (piece.isLiteral)
            expect(printed.slice(at, at + piece.length)).toBe(text.slice(piece.start, piece.end));
          at += piece.length;
          from = piece.end;
        }
        expect(at).toBe(printed.length);
      }),
      { numRuns: 300 },
    );
  });

  test('without tags is printed as it stands', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const plain = text.replace(/[{}<>%#]/g, '');
        const { text: printed } = render(parseTemplate(plain, kind), { take: () => 0, fill: () => '' });
        expect(printed).toBe(plain);
      }),
    );
  });

  test.each([
    ['expressions on one line', '{{ x }}<%= x %>', ''],
    ['expressions that are never closed', '{{ " <%= ', ''],
    ['statements on one line', '{% if x %}<% if x { %>{{ if x }}', ''],
    ['statements that are never closed', '{% <% {{', '\n'],
    ['comments that are never closed', '{# {{/* <%# ', '\n'],
    ['blanks', ' \t', '{% if x %}'],
    ['line ends', '\n', '{%- if x -%}'],
    ['raw', '{% raw %}', ''],
    ['lines of code', '%if x\n', ''],
  ])('a megabyte of %s is no problem', (_, part, end) => {
    const text = part.repeat(1_000_000 / part.length) + end;
    const start = processorTime();
    const template = parseTemplate(text, kind);
    const { text: printed } = render(template, { take: () => 0, fill: () => 'x' });
    expect(printed.length).toBeLessThanOrEqual(text.length);
    expect(processorTime() - start).toBeLessThan(5000);
  });
});
