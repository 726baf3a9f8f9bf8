import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTiming } from '../../src/cli/timing';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const tree = join(temporaryDirectory(), 'fail2ban');
mkdirSync(tree);
writeFileSync(join(tree, 'jail.local'), '[sshd]\nenabled = true\n');

const run = (...args: readonly string[]) => collectOutput(['lint', '--base', 'none', ...args, tree]);

test('--timing says on standard error what took how long, and changes nothing else', async () => {
  const timed = await run('--timing');
  expect(timed.errors).toMatch(
    /^time:\n(?: {2}[a-z ]+ +\d+\.\d ms\n){4,}the 10 slowest rules:\n(?: {2}[a-z]+\/[a-z\d-]+ +\d+\.\d ms\n){10}$/,
  );
  expect(await run()).toEqual({ ...timed, errors: '' });
});

test('a promise counts until it is settled', async () => {
  const timing = createTiming();
  await timing.phase('wait', () => new Promise(resolve => setTimeout(resolve, 30)));
  await expect(timing.phase('fail', () => Promise.reject(new Error('so')))).rejects.toThrow('so');
  expect(Number(/wait +(\d+\.\d) ms/.exec(timing.text())![1])).toBeGreaterThan(25);
  expect(timing.text()).toContain('fail ');
});
