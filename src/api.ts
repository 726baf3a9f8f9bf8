/** The one door for rules, plug-ins and programs. */

export type { Entry, Snapshot } from './files/snapshot';
export { memorySnapshot } from './files/snapshot';
export type { Facts } from './host/facts';
export { type ActionKind, tellsAddresses } from './knowledge/actions';
export { mismatchOf } from './knowledge/firewalls';
export { type LoginService, loginServices } from './knowledge/login-services';
export { isKnownOption } from './knowledge/misspelt-options';
export { isPackagedFile } from './knowledge/packaged-files';
export { type Firewall, isExtraProgram, isMailer } from './knowledge/programs';
export { defaultRelease, findRelease, type Release } from './knowledge/release';
export { isMailPort, isPortOfService, stockPorts } from './knowledge/service-ports';
export {
  answersOverUdp,
  exemptsCloudflare,
  isHostService,
  isLogOfContainer,
  isMostlyContained,
  isWebService,
} from './knowledge/services';
export { blockedBy } from './lint/action-kind';
export { banReach } from './lint/ban-reach';
export { actionNamePlace, callPlace, namesAskedFor } from './lint/call-place';
export { choiceFindings } from './lint/choice-findings';
export { type CommentEffect, commentOptions, findMistakenComment } from './lint/comment-effects';
export { defaultOption, firewallOf } from './lint/default-option';
export { type DefinedAction, definedActions } from './lint/defined-actions';
export { exemptAddresses } from './lint/exemptions';
export { readFamilies } from './lint/families';
export type { Diagnostic, Finding, Range, RelatedPlace, Severity } from './lint/finding';
export { isHandKeptList } from './lint/hand-kept-list';
export { blocksIpv4Only, isStockIpv4Only } from './lint/ipv4-only';
export type { ActionScript, AddressFamily, JailAction } from './lint/jail-actions';
export { bansOf, decidedByPackage, filterName, ownPlace, portsOf } from './lint/jail-bans';
export { faultsByPlace, jailsByPlace, nameJails } from './lint/jails-by-place';
export { actionsThatQuoteLogs, hasJournalMatch, readsJournal } from './lint/journal';
export { type Leftover, lacksUnban } from './lint/leftover-bans';
export { limitsOf } from './lint/limits';
export { type LintConfig, lint, type Outcome } from './lint/lint';
export { isMailLogin } from './lint/mail-login';
export { type MissingTools, missingTools } from './lint/missing-tools';
export type { Jail, Model } from './lint/model';
export { numberFindings } from './lint/number-findings';
export { findOddCharacters } from './lint/odd-characters';
export { type GradedFinding, onePerPlace } from './lint/one-per-place';
export { atFile, atKey, atPosition, atSetting, atSpan, atText, atValue, type Place } from './lint/place';
export { fallbackPort, guardedPorts, guardsSshPort } from './lint/port-fallback';
export { reasonsOf, withReasons } from './lint/reasons';
export { collectReferences } from './lint/references';
export { defineRule, type Rule, type RuleOption } from './lint/rule';
export { setElsewhere } from './lint/set-elsewhere';
export { findInjections, type Injection } from './lint/shell-injection';
export { describeSkip, isNeeded } from './lint/skipped-file';
export { saysItself } from './lint/stated-purpose';
export { isStockText } from './lint/stock-text';
export { suggestDefinition } from './lint/suggest-definition';
export type { TreeFile } from './lint/tree-files';
export { findUnknownOptions } from './lint/unknown-options';
export { gradeByUse, onceUsed, type Use } from './lint/use';
export { type UsedValue, valuesOf } from './lint/used-values';
export { valueErrorFindings } from './lint/value-error-findings';
export type { ValueError } from './lint/value-errors';
export { placeOfValue } from './lint/value-place';
export { type WebLog, wantedWebLog, webLogOf } from './lint/web-log';
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
export { globalDirective, type SshdConfig, type SshdDirective } from './sshd/read';
export { type RootLogin, rootLogins } from './sshd/root-login';
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
export { logPaths, matchesOldLogs } from './values/log-path';
export { booleanOptions, timeOptions } from './values/meaning';
export { findNumberFault, type NumberFault, numberOptions } from './values/number-fault';
export type { ShellCommand } from './values/shell/commands';
export type { ShellWord } from './values/shell/words';
export { suggestTime } from './values/suggest-time';
export { parseTime } from './values/time';
export { findTimeFault, type TimeEffect } from './values/time-fault';
