import type { Finding, Severity } from './finding';
import type { Model } from './model';

/** Files of an example by their names in the configuration directory; `ssh/sshd_config` stands for the one of sshd. */
export type ExampleTree = Readonly<Record<string, string>>;

/** One check with everything there is to say about it. */
export interface Rule {
  /** `GROUP/NAME`; the name of the defect, so that it reads well after "allow". */
  readonly id: string;
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly summary: string;
  /** What fail2ban or sshd does because of it, and why people write it. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  /** Gives this finding and no other error. */
  readonly bad: ExampleTree;
  /** Gives no finding of this rule. */
  readonly good: ExampleTree;
  /** Public threads and manuals: `fail2ban/fail2ban#4023`, `jail.conf(5)`. */
  readonly evidence: readonly string[];
  check(model: Model, report: (finding: Finding) => void): void;
}

/** Gives a rule its type; every file in rules/ ends in one. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
