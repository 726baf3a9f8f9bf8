import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty directory that is gone after the tests of the file. Not to be called within a test. */
export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'f2blint-test-')));
  chmodSync(directory, 0o755); // some tests run a command as another user
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
