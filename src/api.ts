/** The one door for rules, plug-ins and programs. */

export type { Entry, Snapshot } from './files/snapshot';
export { memorySnapshot } from './files/snapshot';
export { isPackagedFile } from './knowledge/packaged-files';
export { defaultRelease, findRelease, type Release } from './knowledge/release';
export type { Diagnostic, Finding, Range, RelatedPlace, Severity } from './lint/finding';
export { type LintConfig, lint, type Outcome } from './lint/lint';
export type { Jail, Model } from './lint/model';
export { atFile, atKey, atSetting, atSpan, atText, atValue, type Place } from './lint/place';
export { defineRule, type Rule } from './lint/rule';
export type { TreeFile } from './lint/tree-files';
export type { ValueError } from './lint/value-errors';
export { describeInterpolation } from './resolve/describe-failure';
export type { Effective } from './resolve/effective';
export type { InterpolationError } from './resolve/interpolate';
export type { JailReading } from './resolve/jail';
export type { Setting } from './resolve/setting';
export { resolve, type Setup } from './resolve/setup';
export type { SourceFile, TextFile } from './resolve/source';
export { globalDirective, type SshdConfig, type SshdDirective } from './sshd/read';
export type { Option, Section, SyntaxProblem, SyntaxTree } from './syntax/tree';
export type { Position, Span } from './text/span';
export { type Piece, piecesBetween, piecesOf } from './text/pieces';
export type { Text } from './text/text';
