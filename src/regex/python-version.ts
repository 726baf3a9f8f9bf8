/** Releases of Python whose `re` differs in what it takes; 3.11 is that of Debian 12. */
export type PythonName = '3.7' | '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13' | '3.14';

/** A release of Python 3 by name or as a pair of numbers, `[3, 11]`. */
export type PythonVersion = PythonName | readonly [major: number, minor: number];

export const DEFAULT_PYTHON: PythonVersion = '3.11';

/** The number behind the dot: 11 for `'3.11'` and for `[3, 11]`. Releases before 3.7 count as 3.7. */
export function minorVersion(python: PythonVersion): number {
  const minor = typeof python === 'string' ? Number(python.slice(python.indexOf('.') + 1)) : python[1];
  return Math.max(minor, 7);
}
