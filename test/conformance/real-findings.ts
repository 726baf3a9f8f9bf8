import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { lint } from '../../src/lint/lint';
import { inferRelease } from '../../src/resolve/infer-release';
import { printable } from '../../src/text/printable';

/** A finding in a real tree, and whether somebody who read it found it true. */
export interface JudgedFinding {
  readonly judgement: 'true' | 'false' | '?';
  readonly rule: string;
  readonly severity: string;
  /** `TREE/jail.local:3:1`. */
  readonly place: string;
  readonly message: string;
}

/** Everything lint says about the real trees of the corpus, each laid over the stock tree of Debian in `directory`; not judged. */
export function realFindings(corpus: string, directory: string): readonly JudgedFinding[] {
  const real = join(corpus, 'real');
  const names = readdirSync(real, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return names.sort().flatMap(name => {
    const laid = join(directory, name);
    for (const layer of [join(corpus, 'stock/debian-1.0.2'), join(real, name)])
      cpSync(layer, laid, { recursive: true });
    const snapshot = diskSnapshot(laid);
    const { release } = inferRelease(snapshot);
    const { diagnostics } = lint(snapshot, { release, rules, severities: new Map() });
    const findings = diagnostics.map(({ rule, severity, message, range: { file, start } }) => ({
      judgement: '?' as const,
      rule,
      severity,
      place: `${name}/${printable(file.name)}:${start.line}:${start.column}`,
      message: printable(message),
    }));
    rmSync(laid, { recursive: true, force: true });
    return findings;
  });
}

/** A line a finding, its fields between tabs, sorted by place. */
export function printJudged(findings: readonly JudgedFinding[]): string {
  return findings
    .map(({ judgement, rule, severity, place, message }) =>
      [judgement, rule, severity, place, message].join('\t'),
    )
    .join('\n')
    .concat('\n');
}

/** Reads what `printJudged` has written. */
export function readJudged(text: string): readonly JudgedFinding[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [judgement = '?', rule = '', severity = '', place = '', message = ''] = line.split('\t');
      return { judgement: judgement as JudgedFinding['judgement'], rule, severity, place, message };
    });
}
