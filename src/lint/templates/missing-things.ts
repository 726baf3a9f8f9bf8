import type { Diagnostic } from '../finding';

/** Rules that say a jail is missing, or not switched on: what a template prints may be just that. */
const rules = new Set([
  'coverage/unguarded-login',
  'resolution/jail-not-enabled',
  'resolution/no-jail-enabled',
  'sshd/no-jail',
]);

/** Whether a finding says that something is nowhere, which nobody knows of a template that prints jails of any name. */
export function saysWhatIsMissing({ rule }: Diagnostic): boolean {
  return rules.has(rule);
}
