import { bashCompletion } from './bash';
import type { ProgramDescription } from './description';
import { fishCompletion } from './fish';
import { zshCompletion } from './zsh';

/** What prints the completion script of a shell, by its name. */
export const shells: ReadonlyMap<string, (program: ProgramDescription) => string> = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);
