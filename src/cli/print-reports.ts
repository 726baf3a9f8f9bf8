import { version } from '../../package.json';
import type { Outcome } from '../lint/lint';
import { plainPalette } from '../report/palette';
import type { Run } from '../report/report';
import { paletteFor } from './color';
import { type FormatName, findFormat, loadReport } from './formats';
import type { Io } from './io';
import { type Output, readOutputs } from './outputs';

export interface ReportOptions {
  readonly format: string;
  readonly output: readonly string[];
  readonly quiet: boolean;
  readonly fold: boolean;
  readonly showSuppressed: boolean;
  readonly color: string;
}

/** Which reports a command line asks for. */
export interface ReportPlan {
  readonly format: FormatName;
  readonly outputs: readonly Output[];
}

/** A UserError for what can't be done, before there is any work. */
export function planReports({ format, output }: ReportOptions): ReportPlan {
  return { format: findFormat(format), outputs: readOutputs(output) };
}

const formatsWithFixes: ReadonlySet<FormatName> = new Set(['json', 'jsonl', 'sarif']);

/** Whether a report says which fixes are proven. */
export function provesFixes({ format, outputs }: ReportPlan): boolean {
  return [format, ...outputs.map(each => each.format)].some(each => formatsWithFixes.has(each));
}

/** Writes the files that were asked for, then what is printed. */
export async function printReports(
  { format, outputs }: ReportPlan,
  outcomes: readonly Outcome[],
  { rules, exitCode }: Pick<Run, 'rules' | 'exitCode'>,
  options: ReportOptions,
  io: Io,
): Promise<void> {
  const { quiet, fold, showSuppressed, color } = options;
  const directory = process.cwd();
  const run = { version, rules, exitCode, directory, palette: plainPalette, quiet, fold, showSuppressed };
  for (const output of outputs) {
    const report = await loadReport(output.format);
    const { writeReport } = await import('./write-report');
    writeReport(output.file, report(outcomes, run));
  }
  const report = await loadReport(format);
  io.write(report(outcomes, format === 'text' ? { ...run, palette: await paletteFor(color, io) } : run));
}
