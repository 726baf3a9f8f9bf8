import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEntry } from '../../src/files/snapshot';
import { printFigure } from './shared';
import { describeFinding, lintSnapshot, markedText } from './template-findings';
import { templateSetups, templateSnapshot } from './template-setups';

/** Findings by their line, with the judgement of somebody who read the template. */
const judged = new Map(
  readFileSync(join(__dirname, 'template-findings.tsv'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [judgement = '', ...fields] = line.split('\t');
      return [fields.slice(0, -1).join('\t'), judgement] as const;
    }),
);

test('what is said of the templates of the corpus is what was judged true', () => {
  const found = [...templateSetups.keys()].flatMap(repository =>
    lintSnapshot(templateSnapshot(repository)).map(each => describeFinding(repository, each)),
  );
  expect(found.filter(each => judged.get(each) !== 'true')).toEqual([]);
  expect([...judged.keys()].filter(each => !found.includes(each))).toEqual([]);
  printFigure(`${templateSetups.size} setups with templates: ${found.length} findings, all of them true`);
});

/** Lines nobody should write, and what they are. */
const mistakes: readonly (readonly [line: string, rule: string, marked: string])[] = [
  ['bantme = 1h', 'resolution/unknown-option', 'bantme'],
  ['findtime = 10 minuts', 'value/bad-time', 'minuts'],
  ['ignoreip = 192.168.1.300', 'value/bad-address', '192.168.1.300'],
  ['maxretry = five', 'value/wrong-type', 'five'],
  ['just some words', 'syntax/parse-error', 'just some words'],
];

test('mistakes planted below the headers of the templates are found where they stand', () => {
  let planted = 0;
  const missed: string[] = [];
  for (const [repository, files] of templateSetups) {
    for (const [, target] of files.filter(([, name]) => /^jail\.(?:local$|d\/)/.test(name))) {
      const headers = headersOf(repository, target);
      // what the parser rejects hides the rest
      const copies = [
        [headers[0], mistakes.slice(0, 4)],
        [headers.at(-1), mistakes.slice(4)],
      ] as const;
      for (const [header, wanted] of copies) {
        if (header === undefined) continue;
        const lines = wanted.filter(([line]) => !header.keys.has(line.split(' ')[0]!));
        const texts = lines.map(([line]) => line);
        const snapshot = templateSnapshot(repository, (text, name) =>
          name === target ? plant(text, header.line, texts) : text,
        );
        const found = lintSnapshot(snapshot).map(
          each => `${each.rule} ${each.range.start.line} ${markedText(each)}`,
        );
        lines.forEach(([, rule, marked], index) => {
          planted++;
          const expected = `${rule} ${header.line + 1 + index} ${marked}`;
          if (!found.includes(expected)) missed.push(`${repository} ${target}: ${expected}`);
        });
      }
    }
  }
  expect(missed).toEqual([]);
  printFigure(`${planted} mistakes planted in templates, all found where they stand`);
});

function plant(text: string, behind: number, lines: readonly string[]): string {
  const all = text.split('\n');
  return [...all.slice(0, behind), ...lines, ...all.slice(behind)].join('\n');
}

/** Lines of headers (from 1) with the options their sections set. */
function headersOf(repository: string, target: string) {
  const snapshot = templateSnapshot(repository);
  const { text } = snapshot.entry(`${snapshot.root}/${target}`) as TextEntry;
  const headers: { readonly line: number; readonly keys: Set<string> }[] = [];
  text.split('\n').forEach((line, index) => {
    if (/^\[.+\]\s*$/.test(line)) headers.push({ line: index + 1, keys: new Set() });
    const key = /^([\w.]+)\s*=/.exec(line)?.[1];
    if (key !== undefined) headers.at(-1)?.keys.add(key);
  });
  return headers;
}
