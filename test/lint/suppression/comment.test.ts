import fc from 'fast-check';
import { memorySnapshot } from '../../../src/api';
import { readComment } from '../../../src/lint/suppression/comment';
import { findComments } from '../../../src/lint/suppression/comment-lines';
import { createSources } from '../../../src/resolve/source';

const read = (text: string) => readComment(text, 0, text.length);

test.each<[string, object]>([
  [
    '# f2blint-disable-next-line a/b -- c',
    { kind: 'next-line', reason: 'c', fault: undefined, until: undefined },
  ],
  ['#f2blint-disable a/b,c/d  e/f --  g h ', { kind: 'off', reason: 'g h', fault: undefined }],
  ['; f2blint-enable', { kind: 'on', fault: undefined }],
  ['; f2blint-enable a/*', { kind: 'on', fault: undefined }],
  ['## f2blint-disable-file a/b -- c -- d', { kind: 'file', reason: 'c -- d' }],
  ['# f2blint-disable a/b until 2024-02-29 -- c', { until: { date: '2024-02-29' }, fault: undefined }],
  [
    '# f2blint-disable a/b until 2023-02-29 -- c',
    { until: undefined, fault: { kind: 'date', text: '2023-02-29' } },
  ],
  [
    '# f2blint-disable a/b until 2024-02-29 or so -- c',
    { fault: { kind: 'date', text: '2024-02-29 or so' } },
  ],
  ['# f2blint-disable a/b until -- c', { fault: { kind: 'date', text: '' } }],
  ['# f2blint-disable a/b --c', { fault: { kind: 'unmarked-reason' } }],
  ['# f2blint-disable a/b', { fault: { kind: 'reason' } }],
  ['# f2blint-disable', { fault: { kind: 'no-rule' } }],
  ['# f2blint-disable -- c', { fault: { kind: 'no-rule' } }],
  ['# f2blint-disabel a/b -- c', { fault: { kind: 'word', meant: 'f2blint-disable' } }],
  [
    '# f2blint ignore a/b',
    { fault: { kind: 'word', word: 'f2blint ignore', meant: 'f2blint-disable-next-line' } },
  ],
])('%s', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test.each([
  '# f2blint',
  '# see f2blint-disable a/b -- c',
  '# f2blintrc',
  '# f2blint-settings: many',
  '# f2blint was here',
  '#',
])('%s is no comment for f2blint', text => expect(read(text)).toBeUndefined());

const piece = fc.constantFrom(
  '#',
  ';',
  ' ',
  '\t',
  'f2blint',
  '-',
  'disable',
  'next-line',
  'enable',
  'file',
  ',',
  'a/b',
  '*',
  'until',
  '2026-01-01',
  '--',
  'x',
  '\n',
  '\r\n',
  '\r',
  '[s]',
  'k = v',
  '=',
  '\u2028',
  '\0',
);

test('any text is read, and every span is one of the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      const file = createSources(memorySnapshot(new Map([['jail.local', text]])))(
        '/etc/fail2ban/jail.local',
      )!;
      for (const source of [file, undefined])
        for (const { span, rules, until, line, next } of findComments(file, source)) {
          expect(text.slice(span.start, span.end)).toMatch(/^f2blint/);
          expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
          for (const rule of rules) expect(text.slice(rule.span.start, rule.span.end)).toBe(rule.name);
          if (until !== undefined) expect(text.slice(until.span.start, until.span.end)).toContain(until.date);
          if (next !== undefined) expect(line < next.first && next.first <= next.last).toBe(true);
        }
    }),
    { numRuns: 500 },
  );
});
