import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/files/decode';
import { parse } from '../../src/syntax/parse';
import { print } from '../../src/syntax/print';
import { printFigure, shared } from './shared';

test('every file of the corpus comes back as it was', () => {
  const corpus = join(shared, 'corpus');
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const changed: string[] = [];
  let decoded = 0;
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const entry = decode(readFileSync(path));
    if (entry.kind !== 'text') continue;
    decoded++;
    if (print(parse(entry.text)) !== entry.text) changed.push(path);
  }
  printFigure(
    `print: ${decoded - changed.length}/${decoded} files come back as they were (${files.length - decoded} more are not UTF-8)`,
  );
  expect(changed).toEqual([]);
  expect(decoded).toBeGreaterThan(4000);
});
