import type { Setup } from '../resolve/setup';

/** Which release was assumed, why, and how to choose another. */
export function releaseLine({ release }: Setup, why: string): string {
  return `read as for fail2ban ${release.name}, as ${why} (--fail2ban chooses another)`;
}
