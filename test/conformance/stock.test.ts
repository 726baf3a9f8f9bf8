import { join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { inferRelease } from '../../src/resolve/infer-release';
import { builtCli, runCli } from '../cli/built-cli';
import { printFigure, shared } from './shared';

const releases = ['0.11.2', '1.0.2', '1.1.0', '1.1.1', 'debian-1.0.2'];

const script = builtCli();

test('unmodified stock trees give no error and no warning', () => {
  const loud = releases.flatMap(release => {
    const tree = join(shared, 'corpus/stock', release);
    const run = runCli(script, ['lint', tree, '--format', 'json', '--base', 'none', '--no-config']);
    return isSilent(run.stdout) && run.status === 0 ? [] : [{ release, ...run }];
  });
  printFigure(`stock: ${releases.length - loud.length}/${releases.length} trees without error or warning`);
  expect(loud).toEqual([]);
});

function isSilent(report: string): boolean {
  try {
    const { summary } = JSON.parse(report);
    return summary.errors === 0 && summary.warnings === 0 && summary.files > 100;
  } catch {
    return false;
  }
}

test.each([
  ['0.11.2', '0.11'],
  ['epel7-0.11', '0.11'],
  ['1.0.2', '1.0'],
  ['debian-1.0.2', '1.0'],
  ['1.1.0', '1.1.0'],
  ['1.1.1', '1.1.1'],
])('the files of stock tree %s tell its release', (tree, release) => {
  expect(inferRelease(diskSnapshot(join(shared, 'corpus/stock', tree))).release.name).toBe(release);
});
