/** Levels of Python's logging and those fail2ban adds (helpers.py). */
const levels: ReadonlyMap<string, number> = new Map([
  ['CRITICAL', 50],
  ['FATAL', 50],
  ['ERROR', 40],
  ['WARNING', 30],
  ['WARN', 30],
  ['NOTICE', 25],
  ['INFO', 20],
  ['MSG', 18],
  ['DEBUG', 10],
  ['TRACEDEBUG', 7],
  ['HEAVYDEBUG', 5],
  ['NOTSET', 0],
]);

/** A `loglevel` as a number: messages of lower ones are not written. Undefined for a word that is none. */
export function logLevelNumber(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : levels.get(text.trim().toUpperCase());
}
