import { printable } from '../text/printable';
import type { Io } from './io';

/** Shows on the terminal behind standard error how far a run over several configurations is; does nothing where there is none. */
export function createProgress(
  total: number,
  io: Io | undefined,
): { at(index: number, directory: string): void; end(): void } {
  if (!io?.isErrorTerminal || total < 2) return { at() {}, end() {} };
  const clear = '\r\u001b[K';
  return {
    at(index, directory) {
      io.writeError(`${clear}${index + 1}/${total} ${printable(directory).slice(0, 60)}`);
    },
    end() {
      io.writeError(clear);
    },
  };
}
