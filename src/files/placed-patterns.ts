/** Patterns of the syntax of .gitignore, and the absolute path of the directory from which they count. */
export interface PlacedPatterns {
  readonly directory: string;
  readonly patterns: readonly string[];
}
