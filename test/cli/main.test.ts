import { join } from 'node:path';
import { main } from '../../src/cli/main';

const example = join(__dirname, '../../examples/mail-host/etc/fail2ban');

const quiet = { isTerminal: false, isErrorTerminal: false, environment: {} };

test('a fault of our own ends with 70 and says where it happened', async () => {
  const errors: string[] = [];
  const io = {
    ...quiet,
    write: () => {
      throw new Error('injected fault');
    },
    writeError: (text: string) => void errors.push(text),
  };
  expect(await main(['--version'], io)).toBe(70);
  expect(errors.join('')).toMatch(/fault of f2blint itself[\s\S]*injected fault\n {4}at /);
});

test.each([
  ['an unknown option', ['lint', '--no-such-option']],
  ['an unknown format', ['lint', '--format', 'papyrus', example]],
  ['an unknown severity', ['lint', '--rule', 'value/bad-time=loud', example]],
  ['an unknown release', ['show', '--fail2ban', '3.14', example]],
])('%s ends with 2 and a message', async (_, args) => {
  let output = '';
  const errors: string[] = [];
  const io = {
    ...quiet,
    write: (text: string) => {
      output += text;
    },
    writeError: (text: string) => void errors.push(text),
  };
  expect(await main(args, io)).toBe(2);
  expect(output).toBe('');
  expect(errors.join('')).not.toBe('');
});
