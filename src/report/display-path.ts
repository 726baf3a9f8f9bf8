/** A path as a user would type it: `./jail.local` without its dot. */
export function displayPath(path: string): string {
  return path.replace(/^(?:\.\/)+(?=.)/, '');
}
