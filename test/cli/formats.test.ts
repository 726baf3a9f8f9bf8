import { spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { formatNames } from '../../src/cli/formats';
import type { Io } from '../../src/cli/io';
import { temporaryDirectory } from '../temporary-directory';
import { builtCli, runAsAnyone, runCli } from './built-cli';
import { collectOutput } from './collect-output';

const script = builtCli();
const directory = temporaryDirectory();
const example = join(__dirname, '../../examples/mail-host/etc/fail2ban');

const lint = (args: readonly string[], environment: Io['environment'] = {}, isTerminal = false) =>
  collectOutput(['lint', example, ...args], { isTerminal, isErrorTerminal: isTerminal, environment });

const printed = async (format: string) => (await lint(['--format', format])).output;

describe.each(formatNames)('%s', format => {
  test('is printed, the same every time, and ends as lint does', async () => {
    const first = await lint(['--format', format]);
    expect(first).toMatchObject({ code: 1, errors: '' });
    expect(first.output).toContain('nobody is exempt');
    expect(await lint(['--format', format])).toEqual(first);
  });

  test('goes to a file in the same bytes', async () => {
    const file = join(directory, `report.${format}`);
    const run = await lint(['--quiet', '--output', `${format}=${file}`]);
    expect(run).toMatchObject({ code: 1, errors: '' });
    const expected = format === 'text' ? (await lint(['--quiet'])).output : await printed(format);
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });
});

test('several files are written in one run, beside what is printed', async () => {
  const names = formatNames.map(format => [format, join(directory, `all.${format}`)] as const);
  const outputs = names.flatMap(([format, file]) => ['--output', `${format}=${file}`]);
  expect((await lint(['--format', 'concise', ...outputs])).output).toBe(await printed('concise'));
  for (const [format, file] of names) expect(readFileSync(file, 'utf8')).toBe(await printed(format));
});

test('a file gets no colours and no links, whatever the terminal has', async () => {
  const file = join(directory, 'plain');
  const run = await lint(['--output', `text=${file}`], { TERM: 'xterm-kitty' }, true);
  expect(run.output).toContain('\x1b]8;;https://');
  expect(readFileSync(file, 'utf8')).toBe(await printed('text'));
});

describe('--output', () => {
  test.each([
    ['an unknown format', ['sarf=x'], 'there is no format sarf', 'sarif is one'],
    ['nothing like a format', ['papyrus=x'], 'there is no format papyrus', 'one of text, concise,'],
    ['no file', ['sarif'], 'names no file', 'for instance --output sarif='],
    ['an empty file', ['sarif='], 'names no file', 'for instance'],
    ['standard output', ['sarif=-'], 'names no file', 'standard output'],
    ['the same file twice', ['sarif=a/x', 'json=./a//x'], 'twice', 'a file of its own'],
    ['a directory', [`text=${__dirname}`], 'cannot be written: it is a directory', 'takes a file'],
    ['no directory', ['text=no/where'], 'cannot be written: its directory does not exist', 'takes a file'],
    ['below a file', [`text=${__filename}/x`], 'cannot be written: its directory is a file', 'takes a file'],
    ['no space', ['text=/dev/full'], 'cannot be written: no space is left', 'takes a file'],
  ])('of %s ends with 2 and a hint', async (_, outputs, message, hint) => {
    const run = await lint(outputs.flatMap(each => ['--output', each]));
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain(message);
    expect(run.errors).toMatch(/\nhint: /);
    expect(run.errors).toContain(hint);
  });

  test('replaces a file and keeps its mode, and a link stays one', () => {
    const file = join(directory, 'kept');
    const link = join(directory, 'link');
    writeFileSync(file, 'old');
    chmodSync(file, 0o600);
    symlinkSync('kept', link);
    expect(runCli(script, [example, '--output', `json=${link}`]).status).toBe(1);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('findings');
  });

  test('leaves nothing behind where it fails, and a file as it was', () => {
    const locked = join(directory, 'locked');
    mkdirSync(locked);
    writeFileSync(join(locked, 'old'), 'old');
    chmodSync(join(locked, 'old'), 0o666);
    chmodSync(locked, 0o555);
    for (const name of ['old', 'new']) {
      const run = runAsAnyone(script, [example, '--output', `json=${join(locked, name)}`]);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toContain('permission denied');
    }
    expect(readdirSync(locked)).toEqual(['old']);
    expect(readFileSync(join(locked, 'old'), 'utf8')).toBe('old');
  });

  test('does not replace what may not be written to', () => {
    const place = join(directory, 'open');
    mkdirSync(place);
    chmodSync(place, 0o777);
    writeFileSync(join(place, 'own'), 'old');
    chmodSync(join(place, 'own'), 0o444);
    expect(runAsAnyone(script, [example, '--output', `json=${join(place, 'own')}`]).status).toBe(2);
    expect(readFileSync(join(place, 'own'), 'utf8')).toBe('old');
  });

  test('writes into a pipe and leaves it one', async () => {
    const pipe = join(directory, 'pipe');
    const copy = join(directory, 'copy');
    const reader = spawn('sh', ['-c', `mkfifo "$1"; cat "$1" > "$2"`, 'sh', pipe, copy]);
    const done = new Promise(resolve => reader.on('close', resolve));
    while (!readdirSync(directory).includes('pipe')) await new Promise(resolve => setTimeout(resolve, 10));
    expect(runCli(script, [example, '--output', `concise=${pipe}`]).status).toBe(1);
    await done;
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readFileSync(copy, 'utf8')).toContain('policy/permanent-ban');
  });
});

describe('--no-fold', () => {
  const tree = join(directory, 'many');
  const text = Array.from({ length: 6 }, (_, index) => `[x${index}]\nport = 1\nport = 2\n`).join('');

  beforeAll(() => {
    mkdirSync(tree);
    writeFileSync(join(tree, 'jail.local'), text);
  });

  test('shows in full what is folded without it, and the last line says so', () => {
    const args = [tree, '--rule', 'syntax/duplicate-option=error', '--no-config'];
    const folded = runCli(script, args).stdout;
    const full = runCli(script, [...args, '--no-fold']).stdout;
    const frames = (output: string) => output.match(/│ \^/g)?.length;
    expect(folded).toMatch(/on one line each, as others like them are shown in full \(--no-fold/);
    expect(full).not.toMatch(/--no-fold/);
    expect(frames(full)).toBeGreaterThan(frames(folded)!);
    expect(runCli(script, [...args, '--quiet']).stdout).not.toMatch(/--no-fold/);
  });
});
