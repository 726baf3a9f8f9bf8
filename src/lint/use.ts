import type { Severity } from './finding';

/**
 * Whether fail2ban looks at something now. `unused`: not until a jail uses the filter or action it stands in. `disabled`: not until
 * a jail that uses it is enabled. `skipped`: not until what makes fail2ban leave the jail out is mended.
 */
export type Use = 'used' | 'unused' | 'disabled' | 'skipped';

/** The severity of a fault that would have the given one if it stood where fail2ban looks at it now. */
export function gradeByUse(use: Use, severity: Severity): Severity {
  if (use === 'disabled' || severity === 'info') return 'info';
  return use === 'unused' ? 'warning' : severity;
}

/** What to put behind "fail2ban will not start" and the like: nothing where that is so now. */
export function onceUsed(use: Use): string {
  return words[use];
}

const words = {
  used: '',
  unused: ' once a jail uses it',
  disabled: ' once a jail that uses it is enabled',
  skipped: ' once the jail is no longer skipped',
} as const satisfies Record<Use, string>;
