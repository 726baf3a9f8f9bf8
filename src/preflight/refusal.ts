import type { Text } from '../text/text';

/** What kind of thing is wrong; several codes may share a rule. */
export type ReasonCode =
  | 'syntax'
  | 'interpolation'
  | 'include-depth'
  | 'tag-loop'
  | 'option-lookup'
  | 'log-level'
  | 'files-not-read'
  | 'filter-arguments'
  | 'action-arguments'
  | 'filter-not-found'
  | 'action-not-found'
  | 'journal-match-quote'
  | 'no-log-file'
  | 'log-file-missing'
  | 'reserved-jail-name'
  | 'no-definition'
  | 'unknown-command'
  | 'number'
  | 'number-range'
  | 'time'
  | 'backend'
  | 'backend-arguments'
  | 'journal-match'
  | 'address'
  | 'encoding'
  | 'time-zone'
  | 'ignore-cache'
  | 'ban-time-formula'
  | 'date-pattern'
  | 'regex'
  | 'no-failure-id'
  | 'unknown-mode'
  | 'log-position'
  | 'log-directory'
  | 'duplicate-action'
  | 'python-action'
  | 'python-action-arguments'
  | 'action-parameter'
  | 'log-target'
  | 'database-file';

/** Something fail2ban won't take. What it does then, and where it stands, is added by whoever asked. */
export interface Refusal {
  readonly code: ReasonCode;
  /** Id of the rule that covers it. */
  readonly rule: string;
  /** What is refused; lower case, no full stop. */
  readonly message: string;
  /** What to write instead, where that can be told. */
  readonly advice?: string;
  /** The text at fault where that is not the value itself; then the part of it, in UTF-16 units: all of it without. */
  readonly text?: Text;
  readonly start?: number;
  readonly end?: number;
  readonly mend?: Mend;
}

/** What to write instead, where what is meant can be told. */
export interface Mend {
  /** The text it stands in; that of the refusal without. */
  readonly text?: Text;
  /** In UTF-16 units: all of the text without. */
  readonly start?: number;
  readonly end?: number;
  readonly by: string;
  /** What the admin has to decide. */
  readonly decision?: string;
}

export const accepted: readonly Refusal[] = [];
