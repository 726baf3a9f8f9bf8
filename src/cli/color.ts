import { type Palette, plainPalette, terminalLink } from '../report/palette';
import { wantsHyperlinks } from './hyperlinks';
import { type Io, UserError } from './io';

/** Whether to colour what goes to standard output: as asked for, else by NO_COLOR and FORCE_COLOR, else on a terminal. */
export function wantsColor(choice: string, { environment, isTerminal }: Io): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if (choice !== 'auto') throw new UserError(`--color ${choice} is not known`, 'one of auto, always, never');
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal;
}

/**
 * The colours for standard output, and links where they are shown: who wants no colours wants no links. What makes colours looks at
 * the streams when it is loaded, which takes time.
 */
export async function paletteFor(choice: string, io: Io): Promise<Palette> {
  if (!wantsColor(choice, io)) return plainPalette;
  const { colorPalette } = await import('../report/color-palette');
  return wantsHyperlinks(io) ? { ...colorPalette, link: terminalLink } : colorPalette;
}
