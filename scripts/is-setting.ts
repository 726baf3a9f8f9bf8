/** Whether a value of a stock file is a plain setting. In filters and actions that is what a jail can pass as an argument. */
export function isSetting(file: string, section: string, key: string, value: string): boolean {
  if (value.includes('\n') || value.length > 100) return false;
  if (file.startsWith('filter.d/')) return /^(?:mode|logtype|maxlines|journalmatch|_daemon)$/.test(key);
  return !file.startsWith('action.d/') || section.startsWith('Init');
}
