/** Where the page of a rule is. */
export function ruleUrl(rule: string): string {
  return `https://github.com/f2blint/f2blint/blob/main/docs/rules/${rule}.md`;
}
