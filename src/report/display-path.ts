/** A path as a user would type it: `./jail.local` without its dot, unless CI would take the line for a command of its own then. */
export function displayPath(path: string): string {
  const plain = path.replace(/^(?:\.\/)+(?=.)/, '');
  return plain.startsWith('::') ? `./${plain}` : plain;
}
