import type { Outcome } from '../lint/lint';
import type { Rule } from '../lint/rule';
import type { Palette } from './palette';

/** What reports need to know beside the outcomes. */
export interface Run {
  readonly version: string;
  /** The rules that were run, those of a policy included. */
  readonly rules: readonly Rule[];
  readonly exitCode: number;
  /** Whether the formats that can tell them apart list suppressed findings too. */
  readonly showSuppressed: boolean;
  /** Absolute path of the working directory. Formats that machines match with a repository name files from here. */
  readonly directory: string;
  /** Of text: */
  readonly palette: Palette;
  /** No more than the findings. */
  readonly quiet: boolean;
  /** Of findings that repeat, only the first are shown in full. */
  readonly fold: boolean;
}

/** One format: the whole report of a run. */
export type Report = (outcomes: readonly Outcome[], run: Run) => string;
