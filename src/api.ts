/** The one door for rules, plug-ins and programs. */

export type { Entry, Snapshot } from './files/snapshot';
export { memorySnapshot } from './files/snapshot';
export type { Facts } from './host/facts';
export { isKnownOption } from './knowledge/misspelt-options';
export { isPackagedFile } from './knowledge/packaged-files';
export { defaultRelease, findRelease, type Release } from './knowledge/release';
export { choiceFindings } from './lint/choice-findings';
export { type CommentEffect, commentOptions, findMistakenComment } from './lint/comment-effects';
export { exemptAddresses } from './lint/exemptions';
export { readFamilies } from './lint/families';
export type { Diagnostic, Finding, Range, RelatedPlace, Severity } from './lint/finding';
export { isHandKeptList } from './lint/hand-kept-list';
export { jailsByPlace, nameJails } from './lint/jails-by-place';
export { limitsOf } from './lint/limits';
export { type LintConfig, lint, type Outcome } from './lint/lint';
export { isMailLogin } from './lint/mail-login';
export type { Jail, Model } from './lint/model';
export { numberFindings } from './lint/number-findings';
export { findOddCharacters } from './lint/odd-characters';
export { type GradedFinding, onePerPlace } from './lint/one-per-place';
export {
  atDirective,
  atFile,
  atKey,
  atPosition,
  atSetting,
  atSpan,
  atText,
  atValue,
  type Place,
} from './lint/place';
export { reasonsOf, withReasons } from './lint/reasons';
export { collectReferences } from './lint/references';
export { defineRule, type Rule, type RuleOption } from './lint/rule';
export { setElsewhere } from './lint/set-elsewhere';
export { describeSkip, isNeeded } from './lint/skipped-file';
export { sshdJails } from './lint/sshd-jails';
export { suggestDefinition } from './lint/suggest-definition';
export type { TreeFile } from './lint/tree-files';
export { findUnknownOptions } from './lint/unknown-options';
export { gradeByUse, onceUsed, type Use } from './lint/use';
export { type UsedValue, valuesOf } from './lint/used-values';
export { valueErrorFindings } from './lint/value-error-findings';
export type { ValueError } from './lint/value-errors';
export { placeOfValue } from './lint/value-place';
export { writtenPlace } from './lint/written-place';
export type { JailState, Preflight, Verdict } from './preflight/preflight';
export type { Reason } from './preflight/reason';
export { describeInterpolation, describeProblem } from './resolve/describe-failure';
export type { Effective } from './resolve/effective';
export type { InterpolationError } from './resolve/interpolate';
export type { JailReading } from './resolve/jail';
export type { Setting } from './resolve/setting';
export { resolve, type Setup } from './resolve/setup';
export type { SourceFile, TextFile } from './resolve/source';
export { splitCalls } from './resolve/split-calls';
export { isLimited, isPrivate } from './sshd/audience';
export { describeLine, describeRefusal } from './sshd/describe';
export { type GuessableMethod, guessableMethods } from './sshd/guessable-methods';
export { keywords } from './sshd/keywords';
export type { SshdDirective } from './sshd/read';
export type { Refusal } from './sshd/refusal';
export { type RootLogin, rootLogins } from './sshd/root-login';
export { type Scope, scopesOf } from './sshd/scopes';
export { type ShadowedLine, shadowedLines } from './sshd/shadowed';
export type { Sshd } from './sshd/sshd';
export { type StrayLine, strayLines } from './sshd/stray-lines';
export { explainRejectedLine } from './syntax/rejected-line';
export type { Option, Section, SyntaxProblem, SyntaxTree } from './syntax/tree';
export { stopsReading } from './syntax/tree';
export { closestName } from './text/closest-name';
export { excerpt, quote } from './text/excerpt';
export { type Piece, piecesBetween, piecesOf } from './text/pieces';
export type { Position, Span } from './text/span';
export type { Text } from './text/text';
export { isBooleanWord, parseBoolean, suggestBoolean } from './values/boolean';
export { describeBanTime } from './values/duration';
export { findInlineComment } from './values/inline-comment';
export { parseExactInteger } from './values/integer';
export { booleanOptions, timeOptions } from './values/meaning';
export { findNumberFault, type NumberFault, numberOptions } from './values/number-fault';
export { suggestTime } from './values/suggest-time';
export { parseTime } from './values/time';
export { findTimeFault, type TimeEffect } from './values/time-fault';
