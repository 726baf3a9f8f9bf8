import { constants } from 'node:fs';
import { type Disk, realDisk } from '../../src/files/writing/disk';

type Call = (...args: unknown[]) => unknown;

/**
 * The real disk, with `around` in front of each call: it is given the number of the call, from 1, its name and arguments, and `go`,
 * which does it. Nothing is really synchronised: no test cuts the power.
 */
export function faultyDisk(
  around: (call: { number: number; name: string; args: readonly unknown[]; go: () => unknown }) => unknown,
): Disk {
  let number = 0;
  return new Proxy(realDisk, {
    get(target, name) {
      const real = Reflect.get(target, name) as Call;
      return (...args: unknown[]) => {
        number++;
        const go = name === 'fsyncSync' ? () => undefined : () => real(...args);
        return around({ number, name: String(name), args, go });
      };
    },
  });
}

/** The process ends. */
export class Killed extends Error {}

/**
 * A disk on which nothing happens any more from the `last` call on that would change something: all that a kill at any time can
 * leave behind, for what only reads or waits changes nothing. A write at that point is cut in half.
 */
export function diskUntil(last: number): Disk {
  let changes = 0;
  return faultyDisk(({ name, args, go }) => {
    if (changesSomething(name, args)) changes++;
    if (changes < last) return go();
    if (changes === last && name === 'writeSync') {
      const [descriptor, content, at, length, position] = args as [
        number,
        Uint8Array,
        number,
        number,
        number?,
      ];
      realDisk.writeSync(descriptor, content, at, Math.floor(length / 2), position);
    }
    changes = last + 1;
    throw new Killed();
  });
}

export function changesSomething(name: string, args: readonly unknown[]): boolean {
  if (name === 'openSync') return (Number(args[1]) & constants.O_CREAT) !== 0;
  return /^(?:write|rename|mkdir|chmod|fchmod|fchown|unlink|rmdir)Sync$/.test(name);
}

/** An error as Node.js throws it. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
}
