import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describeProgram } from '../../src/cli/completion/description';
import { createProgram } from '../../src/cli/program';
import { printFigure } from './shared';

const page = join(__dirname, '../../man/f2blint.1');
const environment = {
  ...process.env,
  LC_ALL: 'C.UTF-8',
  MANWIDTH: '80',
  MANROFFOPT: '-ww',
  GROFF_NO_SGR: '1',
};

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: environment });
  return { status, stdout, stderr };
}

test('groff and man print it without a warning', () => {
  expect(run('groff', '-man', '-ww', '-Tutf8', page)).toMatchObject({ status: 0, stderr: '' });
  expect(run('man', '--warnings=w', '-l', page)).toMatchObject({ status: 0, stderr: '' });
});

test('mandoc finds nothing but that it has no date', () => {
  const { stdout } = run('mandoc', '-T', 'lint', '-W', 'warning', page);
  expect(stdout.split('\n').filter(line => line !== '' && !line.includes('missing date'))).toEqual([]);
});

test('what is printed names every command and option', () => {
  const { stdout } = run('man', '-l', page);
  // what is underlined or bold is overstruck
  const text = stdout.replaceAll(/.\x08/g, '').replaceAll(/\s+/g, ' ');
  const silent = { write() {}, writeError() {}, isTerminal: false, isErrorTerminal: false, environment: {} };
  const { commands } = describeProgram(createProgram(silent, () => {}));
  const missing = commands.flatMap(({ name, options }) =>
    [`f2blint ${name}`, ...options.map(each => each.long)].filter(each => !text.includes(each)),
  );
  expect(missing).toEqual([]);
  expect(text).toContain('.f2blintrc');
  printFigure(`man page: ${stdout.split('\n').length} lines`);
});
