import { readFileSync, writeSync } from 'node:fs';
import type { FileChange } from '../../src/files/file-change';
import { recover } from '../../src/files/recover';
import { writeFiles } from '../../src/files/write';
import { faultyDisk } from '../files/faulty-disk';

/** What the test asks of the process, as JSON on standard input. */
export interface Task {
  readonly do: 'write' | 'recover' | 'write to and fro';
  readonly directory: string;
  readonly changes: readonly {
    readonly path: string;
    readonly before?: string;
    readonly after?: string;
    readonly like?: string;
  }[];
}

const task: Task = JSON.parse(readFileSync(0, 'utf8'));
const changes = task.changes.map(
  ({ path, before, after, like }): FileChange => ({
    path,
    before: before === undefined ? undefined : Buffer.from(before),
    after: after === undefined ? undefined : Buffer.from(after),
    ...(like === undefined ? {} : { like }),
  }),
);

if (task.do === 'write to and fro') {
  // waiting for the disk would take nearly all of the time, in which a kill shows nothing: here the renames take most
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const disk = faultyDisk(({ name, go }) => {
    const answer = go();
    if (name === 'renameSync') Atomics.wait(pause, 0, 0, 3);
    return answer;
  });
  const back = changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  writeSync(1, 'ready');
  for (;;) {
    for (const each of [changes, back]) {
      const result = writeFiles(task.directory, each, disk);
      if (result.kind !== 'written') throw new Error(JSON.stringify(result));
    }
  }
}
const result = task.do === 'write' ? writeFiles(task.directory, changes) : recover(task.directory);
writeSync(1, JSON.stringify(result));
