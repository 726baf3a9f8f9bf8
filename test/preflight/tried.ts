/**
 * Values as they are written in a file, and whether the daemon comes up with them. Every one was tried with fail2ban 1.0.2
 * (`daemon.py` of the oracle).
 */
export interface Tried {
  readonly taken: readonly string[];
  readonly refused: readonly string[];
}
