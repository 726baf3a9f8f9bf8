import { join } from 'node:path';
import { collectOutput } from './collect-output';

const example = join(__dirname, '../../examples/mail-host/etc/fail2ban');

test('a fault of our own ends with 70 and says where it happened', async () => {
  const { code, errors } = await collectOutput(['--version'], {
    write() {
      throw new Error('injected fault');
    },
  });
  expect(code).toBe(70);
  expect(errors).toMatch(/fault of f2blint itself[\s\S]*injected fault\n {4}at /);
});

test.each([
  ['an unknown option', ['lint', '--no-such-option']],
  ['an unknown format', ['lint', '--format', 'papyrus', example]],
  ['an unknown severity', ['lint', '--rule', 'value/bad-time=loud', example]],
  ['an unknown release', ['show', '--fail2ban', '3.14', example]],
])('%s ends with 2 and a message', async (_, args) => {
  const { code, output, errors } = await collectOutput(args);
  expect(code).toBe(2);
  expect(output).toBe('');
  expect(errors).not.toBe('');
});
