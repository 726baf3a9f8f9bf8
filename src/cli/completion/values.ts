/** What a shell may offer for a value. */
export interface Values {
  readonly words: readonly string[];
  readonly paths: 'none' | 'all' | 'directories';
  /** Jails of the tree as `JAIL`, or with their options: `JAIL.OPTION`, `JAIL.OPTION=`. */
  readonly jails: 'none' | 'names' | 'options' | 'settings';
  /** What follows a word and `=`. */
  readonly after: Values | undefined;
}

/** Nothing is known of the value: a number, a name of one's own. */
export const nothing: Values = { words: [], paths: 'none', jails: 'none', after: undefined };
