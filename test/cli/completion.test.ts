import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProgram } from '../../src/cli/completion/description';
import type { Values } from '../../src/cli/completion/values';
import { createProgram } from '../../src/cli/program';
import { baseNames } from '../../src/resolve/bundled-base';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const place = temporaryDirectory();
const example = join(__dirname, '../../examples/mail-host/etc/fail2ban');
const nowhere = { write() {}, writeError() {}, isTerminal: false, isErrorTerminal: false, environment: {} };
const program = describeProgram(
  createProgram(nowhere, () => {}),
  baseNames,
);
const { commands } = program;
const shells = ['bash', 'zsh', 'fish'];

const values = commands.flatMap(command => [
  ...command.options.map(option => [`${command.name} ${option.long}`, option.values] as const),
  ...command.arguments.map(argument => [`${command.name} ${argument.name}`, argument.values] as const),
]);

// where this fails, src/cli/completion/known-values.ts has to say what the new option or argument takes
test.each(values)('it is known what %s takes', (_, known) => {
  expect(known).toBeDefined();
});

function wordsIn(known: Values | undefined): readonly string[] {
  return known === undefined ? [] : [...known.words, ...wordsIn(known.after)];
}

test('words are safe in every shell', () => {
  const words = [...values.flatMap(([, known]) => wordsIn(known)), ...program.jailOptions];
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter(word => !/^[\w./@-]+$/.test(word))).toEqual([]);
});

const choices = commands.flatMap(({ name, options }) =>
  options
    // those that would change something, or need a file
    .filter(({ long }) => !['--fix', '--update-baseline', '--as'].includes(long))
    // these are read in one place
    .filter(({ long }) => name === 'lint' || !['--base', '--fail2ban'].includes(long))
    .filter(({ values: known }) => known?.after === undefined)
    .flatMap(({ long, values: known }) => wordsIn(known).map(word => [name, long, word] as const)),
);
const given = new Map([
  ['diff', [example, example]],
  ['set', ['--diff', example, 'dovecot.maxretry=7']],
  ['unset', ['--diff', example, 'dovecot.maxretry']],
  ['enable', ['--diff', example, 'dovecot']],
  ['disable', ['--diff', example, 'dovecot']],
  ['rules', []],
]);

test.each(choices)('%s takes %s %s', async (command, option, word) => {
  const { code, errors } = await collectOutput([command, option, word, ...(given.get(command) ?? [example])]);
  expect([0, 1]).toContain(code);
  expect(errors).not.toContain('f2blint:');
});

test.each(shells)('the script for %s has every command and option', async shell => {
  const { code, output, errors } = await collectOutput(['completion', shell]);
  expect([code, errors]).toEqual([0, '']);
  for (const { name, options } of commands) {
    expect(output).toContain(name);
    for (const { long } of options) expect(output).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long);
  }
});

test.each([
  ['powershell', 'one of bash, zsh, fish'],
  ['bsh', 'did you mean bash?'],
])('there is no script for %s', async (shell, hint) => {
  const { code, output, errors } = await collectOutput(['completion', shell]);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toBe(`f2blint: there is no completion for ${shell}\nhint: ${hint}\n`);
});

test('names of jails are given as far as they are words', async () => {
  const tree = join(place, 'tree');
  mkdirSync(tree);
  const names = ['web', 'my-jail.2', '$(touch pwned)', 'a b', 'x`id`', 'c\u001b[2J'];
  writeFileSync(join(tree, 'jail.local'), names.map(name => `[${name}]\n`).join(''));
  expect(await collectOutput(['jail-names', '--base', 'none', tree])).toEqual({
    code: 0,
    output: 'web\nmy-jail.2\n',
    errors: '',
  });
});
