import { readFileSync } from 'node:fs';

/** A process, told from a later one of the same number. */
export interface RunningProcess {
  readonly pid: number;
  /** When it started, and in which run of the system; empty where that can't be found out. */
  readonly started: string;
}

export function thisProcess(): RunningProcess {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** Whether another process still runs. The asking one counts as none: what it asks about is from before. */
export function isRunning({ pid, started }: RunningProcess): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && hasStarted(pid, started);
  }
  return hasStarted(pid, started);
}

function hasStarted(pid: number, started: string): boolean {
  const now = startOf(pid);
  return now !== 'ended' && (started === '' || now === '' || now === started);
}

/**
 * On Linux, field 22 of /proc/PID/stat (proc(5)), and the number of this run of the system. One that has ended and only waits for
 * its parent to notice (state Z) has no start that could match.
 */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, ...rest] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return 'ended';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${rest[18] ?? ''}`;
  } catch {
    return '';
  }
}
