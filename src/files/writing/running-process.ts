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
  return started === '' || now === '' || now === started;
}

/** On Linux, field 22 of /proc/PID/stat (proc(5)), and the number of this run of the system. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${ticks}`;
  } catch {
    return '';
  }
}
