import type { Io } from './io';

/**
 * Whether the terminal behind standard output shows links (OSC 8). By the variables terminals set, as the package
 * supports-hyperlinks 4.6 has them; FORCE_HYPERLINK decides where it is set.
 */
export function wantsHyperlinks({ environment, isTerminal }: Io): boolean {
  const { FORCE_HYPERLINK: forced, TERM, VTE_VERSION: vte } = environment;
  if (forced) return Number.parseInt(forced, 10) !== 0;
  if (!isTerminal) return false;
  if (environment.WT_SESSION !== undefined) return true;
  if (environment.CI || environment.TEAMCITY_VERSION) return false;
  if (environment.TERM_PROGRAM && showsLinks(environment.TERM_PROGRAM, environment)) return true;
  // 0.50.0 crashes on them
  if (vte) return vte !== '0.50.0' && vte !== '5000' && vteVersion(vte) >= 5000;
  return TERM === 'alacritty' || TERM === 'xterm-kitty';
}

function showsLinks(program: string, environment: Io['environment']): boolean {
  const version = environment.TERM_PROGRAM_VERSION ?? '';
  switch (program) {
    case 'iTerm.app':
      return isAtLeast(version, 3, 1);
    case 'WezTerm':
      return version.startsWith('0-unstable-') || isAtLeast(version, 20200620, 0);
    case 'vscode':
      return Boolean(environment.CURSOR_TRACE_ID) || isAtLeast(version, 1, 72);
    default:
      return ['ghostty', 'zed', 'Orca', 'WarpTerminal'].includes(program);
  }
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor = Number.NaN, ownMinor = 0] = version.split('.').map(part => Number.parseInt(part, 10));
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** `0.50.1` or, without dots, `5001`: both as 5001. */
function vteVersion(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [major = Number.NaN, minor = 0, patch = 0] = text.split('.').map(part => Number.parseInt(part, 10));
  return major * 10_000 + minor * 100 + patch;
}
