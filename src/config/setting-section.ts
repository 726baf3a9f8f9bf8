/** A section of `.f2blintrc`, for those who write about it. */
export interface SettingSection {
  readonly name: string;
  readonly description: string;
  /** Whether the name is one of many. */
  readonly isExample: boolean;
  readonly keys: readonly {
    readonly key: string;
    /** Empty where the section says all. */
    readonly description: string;
    /** A value the key can have, or one of the keys the section can have. */
    readonly example: string;
  }[];
}
