import { type Palette, plainPalette } from '../report/palette';
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

/** The colours for standard output. What makes them looks at the streams when it is loaded, which takes time. */
export async function paletteFor(choice: string, io: Io): Promise<Palette> {
  if (!wantsColor(choice, io)) return plainPalette;
  return (await import('../report/color-palette')).colorPalette;
}
