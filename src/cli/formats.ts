import type { Diagnostic } from '../lint/finding';
import type { Report } from '../report/report';
import { closestName } from '../text/closest-name';
import { UserError } from './io';

/** What `--format` and `--output` take. */
export const formatNames = [
  'text',
  'concise',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'markdown',
] as const;

export type FormatName = (typeof formatNames)[number];

/** The format of a name that a user gave; a UserError if there is none. */
export function findFormat(name: string): FormatName {
  const found = formatNames.find(each => each === name);
  if (found !== undefined) return found;
  const meant = closestName(name, formatNames);
  throw new UserError(
    `there is no format ${name}`,
    meant === undefined ? `one of ${formatNames.join(', ')}` : `${meant} is one`,
  );
}

/** Loads what writes a format. */
export async function loadReport(name: FormatName): Promise<Report> {
  switch (name) {
    case 'text': {
      const { lintText, repeatsText, summaryText } = await import('../report/lint-text');
      const { findRepeats } = await import('../report/fold');
      const { fixText } = await import('../report/fix-text');
      return (outcomes, { palette, quiet, fold, showSuppressed }) => {
        const repeats = fold ? findRepeats(outcomes) : new Set<Diagnostic>();
        const findings = lintText(outcomes, palette, repeats, showSuppressed);
        const fixes = outcomes.map(({ fixed }) => (fixed === undefined ? '' : fixText(fixed))).join('');
        return findings + fixes + (quiet ? '' : summaryText(outcomes) + repeatsText(repeats));
      };
    }
    case 'json': {
      const { lintJson } = await import('../report/lint-json');
      return (outcomes, { version, showSuppressed }) => lintJson(outcomes, version, showSuppressed);
    }
    default: {
      const { otherFormats } = await import('./other-formats');
      return otherFormats[name];
    }
  }
}
