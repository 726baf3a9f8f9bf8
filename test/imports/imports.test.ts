import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fault, findCycle, layers } from './directions';
import { type Import, importsIn, readImports } from './import-graph';

const root = join(__dirname, '../..');

describe('the imports of src/, rules/ and bin/', () => {
  const imports = readImports(root, ['bin', 'rules', 'src']);

  test('are all found', () => {
    const from = new Set(imports.map(each => each.from));
    expect(from).toContain('bin/f2blint.js');
    expect(from).toContain('rules/index.ts');
    expect(from).toContain('src/api.ts');
    expect(imports).toContainEqual({
      from: 'src/cli/program.ts',
      to: 'src/cli/lint-command.ts',
      isFile: true,
      isType: false,
    });
  });

  test('point one way', () => {
    expect(imports.flatMap(each => fault(each) ?? [])).toEqual([]);
  });

  test('make no cycle', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  test('every directory of src/ is a room', () => {
    const directories = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name);
    expect(directories.filter(name => !layers.flat().includes(name))).toEqual([]);
  });

  test('stand in CONTRIBUTING.md as they are held here', () => {
    const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const rows = layers.map(
      (rooms, index) => `| ${index + 1} | ${rooms.map(room => `\`${room}\``).join(', ')} |`,
    );
    expect(contributing).toContain(rows.join('\n'));
  });
});

const file = (from: string, to: string, isType = false): Import => ({ from, to, isFile: true, isType });
const named = (from: string, to: string, isType = false): Import => ({ from, to, isFile: false, isType });

test.each([
  ['a room above', file('src/resolve/a.ts', 'src/lint/b.ts')],
  ['a room above, as a type', file('src/resolve/a.ts', 'src/lint/b.ts', true)],
  ['a room beside', file('src/sshd/a.ts', 'src/preflight/b.ts')],
  ['a room that is none', file('src/resolve/a.ts', 'src/other/b.ts')],
  ['from a room that is none', file('src/other/a.ts', 'src/text/b.ts')],
  ['the door, from inside', file('src/report/a.ts', 'src/api.ts')],
  ['the command line, by the door', file('src/api.ts', 'src/cli/main.ts')],
  ['the disk, by the door', file('src/api.ts', 'src/files/disk.ts')],
  ['the disk, by what runs in a browser', file('src/lint/a.ts', 'src/files/disk.ts')],
  ['the rules, by the engine', file('src/lint/a.ts', 'rules/index.ts')],
  ['one rule, by a command', file('src/cli/a.ts', 'rules/a/b.ts')],
  ['more than the door, by a rule', file('rules/a/b.ts', 'src/lint/place.ts')],
  ['another rule, by a rule', file('rules/a/b.ts', 'rules/a/c.ts')],
  ['a package, by a rule', named('rules/a/b.ts', 'kleur2')],
  ['Node, by a rule', named('rules/a/b.ts', 'node:fs')],
  ['Node, by the engine', named('src/lint/a.ts', 'node:path')],
  ['Node, by the plain side of files', named('src/files/snapshot.ts', 'node:fs')],
  ['the version, by a report', file('src/report/a.ts', 'package.json')],
  ['a test', file('src/cli/a.ts', 'test/b.ts')],
  ['the sources, by bin', file('bin/f2blint.js', 'src/cli/start.ts')],
])('refused: %s', (_, each) => {
  expect(fault(each)).toBeDefined();
});

test.each([
  ['a room below', file('src/lint/a.ts', 'src/text/b.ts')],
  ['the same room', file('src/values/python/a.ts', 'src/values/b.ts')],
  ['knowledge, by resolve', file('src/resolve/a.ts', 'src/knowledge/b.ts')],
  ['a type of the disk side', file('src/lint/a.ts', 'src/files/disk.ts', true)],
  ['the disk, by a command', file('src/cli/a.ts', 'src/files/disk.ts')],
  ['the rules, by a command', file('src/cli/a.ts', 'rules/index.ts')],
  ['a colour, by a report', named('src/report/a.ts', 'kleur')],
  ['Node, by a command', named('src/cli/a.ts', 'node:fs')],
])('allowed: %s', (_, each) => {
  expect(fault(each)).toBeUndefined();
});

test('every form of import is seen', () => {
  const code = `
    import { a, type B } from './a';
    import type { C } from './c';
    import { type D } from './d';
    export * from './e';
    export type { F } from './f';
    type G = import('./g').G;
    const h = async () => (await import('./h')).h;
    const i = require('./i');
    import j = require('./j');
    import './k';
    export const own = 1;
    export { own as again };
  `;
  expect(importsIn(code).map(each => `${each.specifier} ${each.isType ? 'type' : 'value'}`)).toEqual([
    './a value',
    './c type',
    './d type',
    './e value',
    './f type',
    './g type',
    './h value',
    './i value',
    './j value',
    './k value',
  ]);
  expect(() => importsIn('import(name)')).toThrow('computed');
});

test('a cycle is told as a way', () => {
  const imports = [file('a', 'b'), file('b', 'c', true), file('b', 'd'), file('d', 'b')];
  expect(findCycle(imports)).toEqual(['b', 'd', 'b']);
  expect(findCycle(imports.slice(0, 3))).toBeUndefined();
});
