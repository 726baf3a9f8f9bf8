import type { Severity } from './finding';

/**
 * Whether fail2ban looks at something now. `unused`: not until a jail uses the filter or action it stands in. `disabled`: not until
 * a jail that uses it is enabled.
 */
export type Use = 'used' | 'unused' | 'disabled';

/** The severity of a fault that would have the given one if it stood where fail2ban looks at it now. */
export function gradeByUse(use: Use, severity: Severity): Severity {
  if (use === 'used' || severity === 'info') return severity;
  return use === 'unused' ? 'warning' : 'info';
}

/** What to put behind "fail2ban will not start" and the like: nothing where that is so now. */
export function onceUsed(use: Use): string {
  if (use === 'used') return '';
  return use === 'unused' ? ' once a jail uses it' : ' once a jail that uses it is enabled';
}
