import type { Finding, Severity } from './finding';
import type { Model } from './model';

/**
 * Files of an example by their names in the configuration directory; `ssh/…` for those of `/etc/ssh`, `facts.json` for what
 * is known about the host.
 */
export type ExampleTree = Readonly<Record<string, string>>;

/** What an admin may set for a rule in `.f2blintrc`: a threshold that is a matter of opinion. */
export interface RuleOption {
  /** One line: what it decides. */
  readonly summary: string;
  /** Seconds are written as fail2ban's times are: `10m`. */
  readonly unit: 'number' | 'seconds';
  readonly default: number;
  readonly minimum: number;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** The values of the options of a rule, in their units. */
export type RuleValues<Options extends RuleOptions> = { readonly [Name in keyof Options]: number };

/** One check with everything there is to say about it. */
export interface Rule<Options extends RuleOptions = RuleOptions> {
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
  readonly options?: Options;
  /** It judges what became of the findings of the others, and so runs when they have. */
  readonly isLast?: true;
  check(model: Model, report: (finding: Finding) => void, options: RuleValues<Options>): void;
}

/** Gives a rule its type; every file in rules/ ends in one. */
export function defineRule<const Options extends RuleOptions>(rule: Rule<Options>): Rule {
  return rule;
}

/** The values a rule works with: those that were set, else its defaults. */
export function ruleValues(
  { options = {} }: Rule,
  chosen: ReadonlyMap<string, number> = new Map(),
): RuleValues<RuleOptions> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, chosen.get(name) ?? option.default]),
  );
}
