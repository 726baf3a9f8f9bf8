/** The one door for rules, plug-ins and programs. */

export { type Entry, memorySnapshot, type Snapshot } from './files/snapshot';
export type { Facts } from './host/facts';
export { type ActionKind, tellsAddresses } from './knowledge/actions';
export { mismatchOf } from './knowledge/firewalls';
export { type LoginService, loginServices } from './knowledge/login-services';
export { isMadeDropIn } from './knowledge/made-drop-ins';
export { newJailName } from './knowledge/old-jails';
export { isKnownOption } from './knowledge/options';
export { overrideFile, restoreCommand } from './knowledge/package-commands';
export { isPackagedFile } from './knowledge/packaged-files';
export { type Firewall, isExtraProgram, isMailer } from './knowledge/programs';
export { defaultRelease, findRelease, isAtLeast, type Release } from './knowledge/release';
export { describeReplacement, removedName } from './knowledge/removed-names';
export { isMailPort, isPortOfService, mailPortGroup, stockPorts } from './knowledge/service-ports';
export {
  answersOverUdp,
  exemptsCloudflare,
  isHostService,
  isLogOfContainer,
  isMostlyContained,
  isWebService,
} from './knowledge/services';
export { describeRelease, isStockFile, stockNames } from './knowledge/stock';
export { actionFindings } from './lint/action-findings';
export { actionIsTold } from './lint/action-is-told';
export { blockedBy } from './lint/action-kind';
export { addArgument } from './lint/add-argument';
export type { Admin } from './lint/admin';
export { adminSections } from './lint/admin-sections';
export { type BanGrowth, banGrowth, isIncremented } from './lint/ban-growth';
export { banChains, bannedPorts, bannedProtocols } from './lint/ban-reach';
export { argumentsFix } from './lint/call-fixes';
export { actionNamePlace, callPlace, namesAskedFor } from './lint/call-place';
export { choiceFindings } from './lint/choice-findings';
export { type CommentEffect, commentOptions, findMistakenComment } from './lint/comment-effects';
export { moveCommentUp } from './lint/comment-fix';
export { cutsLeadingDate } from './lint/date-patterns';
export { deadSettings } from './lint/dead-settings';
export { defaultOption, firewallOf } from './lint/default-option';
export { type DefinedAction, definedActions, usedActions } from './lint/defined-actions';
export { disusedJails } from './lint/disused-jails';
export { duplicateOptionFix } from './lint/duplicate-option-fix';
export { duplicateSectionFix } from './lint/duplicate-section-fix';
export { type EditedFile, editedFiles } from './lint/edited-files';
export { effectAt } from './lint/effect-at';
export { exemptNetworks } from './lint/exempt-networks';
export { exemptAddresses } from './lint/exemptions';
export { failregexOf } from './lint/failregex';
export { readFamilies } from './lint/families';
export { hasModes, unknownModeOf } from './lint/filter-modes';
export type { Diagnostic, Finding, Range, RelatedPlace, Severity } from './lint/finding';
export { type FirewallName, firewallNames } from './lint/firewall-names';
export { type DeclaredChange, type Edit, type Fix, setJailOption } from './lint/fix';
export { isFromStock } from './lint/from-stock';
export type { Grade } from './lint/grade';
export { isBannedByHand, isHandKeptList } from './lint/hand-kept-list';
export { ignoredDefaults } from './lint/ignored-defaults';
export { ignoredFiles } from './lint/ignored-files';
export { exemptInstead, ignoreipFix } from './lint/ignoreip-fix';
export { faultyWords } from './lint/ignoreip-words';
export { type IgnoreregexFault, ignoreregexFaults } from './lint/ignoreregex-faults';
export { includeFix } from './lint/include-fix';
export { blocksIpv4Only, isStockIpv4Only } from './lint/ipv4-only';
export type { ActionScript, AddressFamily, JailAction } from './lint/jail-actions';
export { bansOf, decidedByPackage, filterName, ownPlace, portsOf } from './lint/jail-bans';
export { joinJailFix, renameJailFix, sameLogFix, shortName } from './lint/jail-fixes';
export { faultsByPlace, jailsByPlace, nameJails } from './lint/jails-by-place';
export { actionsThatQuoteLogs, hasJournalMatch, readsJournal } from './lint/journal';
export { readJournal } from './lint/journal-fix';
export { type LeftOverLog, leftOverLogs } from './lint/left-over-logs';
export { type LeftParameter, leftParameters } from './lint/left-parameters';
export { type Leftover, lacksUnban } from './lint/leftover-bans';
export { limitsOf } from './lint/limits';
export { indentLine } from './lint/line-fixes';
export { type LintConfig, lint, type Outcome } from './lint/lint';
export { guardsAdminLogin, isLoginJail, isRecidive, modeOf } from './lint/login-jail';
export { isMailLogin } from './lint/mail-login';
export {
  addFirstLine,
  changeOf,
  changesOfFile,
  moveSection,
  removeOption,
  renameOption,
  replaceText,
  replaceValue,
  replaceWritten,
  together,
} from './lint/make-fix';
export { mendFix } from './lint/mend-fix';
export { foreignSections, misnamedSections } from './lint/misplaced-sections';
export { missingIncludes } from './lint/missing-includes';
export { type MissingTools, missingTools } from './lint/missing-tools';
export type { Jail, Model } from './lint/model';
export { numberFindings } from './lint/number-findings';
export { findOddCharacters } from './lint/odd-characters';
export { oldJails } from './lint/old-jails';
export { type GradedFinding, onePerPlace } from './lint/one-per-place';
export { closesPort, type SshdPort, sshdPorts } from './lint/open-ssh-ports';
export { type OwnLog, ownLog } from './lint/own-log';
export { ownSetting, standsInPackage } from './lint/own-setting';
export { parseFix } from './lint/parse-fix';
export { percentFix } from './lint/percent-fix';
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
export { plainCharactersFix, reencodeFix } from './lint/plain-characters';
export type { PolicyDocument } from './lint/policy/document';
export { policyRule } from './lint/policy/rule';
export type { PolicyCheck, Violation } from './lint/policy/violation';
export { fallbackPort, guardedPorts, guardsSshPort } from './lint/port-fallback';
export { type PortUse, portUses } from './lint/port-uses';
export { type ReadableSecrets, readableSecrets } from './lint/readable-secrets';
export { reasonsOf, withReasons } from './lint/reasons';
export { reducedCopy } from './lint/reduced-copy';
export { referenceFix } from './lint/reference-fix';
export { collectReferences } from './lint/references';
export { removeWord } from './lint/remove-word';
export { removedInclude } from './lint/removed-include';
export { renameSection } from './lint/rename-section';
export { type ReplaceableScript, replaceableScripts } from './lint/replaceable-scripts';
export { type ReplacedRegexes, replacedRegexes } from './lint/replaced-regexes';
export { reverseBan } from './lint/reverse-ban';
export { defineRule, type Rule, type RuleOption } from './lint/rule';
export { findSameWork, type SameWork } from './lint/same-work';
export { sectionUse } from './lint/section-use';
export { setElsewhere } from './lint/set-elsewhere';
export { setForJails } from './lint/set-for-jails';
export { findInjections, type Injection } from './lint/shell-injection';
export { describeSkip, isNeeded } from './lint/skipped-file';
export {
  declareSshd,
  removeSshd,
  renameSshd,
  replaceInSshd,
  setSshd,
  setSshdForAll,
  withdrawSshd,
} from './lint/sshd-fix';
export { sshdJails } from './lint/sshd-jails';
export { aboveMatch } from './lint/sshd-place';
export { type MissedSessions, missedSessions } from './lint/sshd-session';
export { repeatsStock, staleCopies } from './lint/stale-copies';
export { saysItself } from './lint/stated-purpose';
export type { StockChange } from './lint/stock-changes';
export { isCopiedSetting, isStockText } from './lint/stock-text';
export { suggestDefinition } from './lint/suggest-definition';
export { removeComment, removeName, rewriteComment } from './lint/suppression/comment-fixes';
export type { Directive, DirectiveRule } from './lint/suppression/directive';
export type { JudgedDirective, SuppressedFinding, Suppression } from './lint/suppression/suppress';
export { hasSwallowed, type SwallowedLine, swallowedLines } from './lint/swallowed-lines';
export type { TreeFile } from './lint/tree-files';
export { findUnknownOptions } from './lint/unknown-options';
export { unusedFilterFindings } from './lint/unused-filter-findings';
export { gradeByUse, onceUsed, type Use } from './lint/use';
export { type UsedValue, valuesOf } from './lint/used-values';
export { valueErrorFindings } from './lint/value-error-findings';
export type { ValueError } from './lint/value-errors';
export { placeOfValue } from './lint/value-place';
export { type WebLog, wantedWebLog, webLogOf } from './lint/web-log';
export { tooWide, type WideNetwork } from './lint/wide-network';
export { type WritableFile, writableFiles } from './lint/writable-files';
export { writtenPlace } from './lint/written-place';
export type { JailState, Preflight, Verdict } from './preflight/preflight';
export type { Reason } from './preflight/reason';
export { leadingDate } from './regex/leading-date';
export { describeInterpolation, describeProblem } from './resolve/describe-failure';
export { type Effective, effectiveOption } from './resolve/effective';
export type { InterpolationError } from './resolve/interpolate';
export type { JailReading } from './resolve/jail';
export { settingOf } from './resolve/merge';
export type { Setting } from './resolve/setting';
export { definitionNames, resolve, type Setup } from './resolve/setup';
export type { SourceFile, TextFile } from './resolve/source';
export { splitCalls } from './resolve/split-calls';
export { type UnindentedLine, unindentedLines } from './resolve/unindented-lines';
export { isLimited, isPrivate } from './sshd/audience';
export { describeLine, describeRefusal, suggestKeyword } from './sshd/describe';
export { type GuessableMethod, guessableMethods } from './sshd/guessable-methods';
export { keywords } from './sshd/keywords';
export type { SshdDirective } from './sshd/read';
export type { Refusal } from './sshd/refusal';
export { type RootLogin, rootLogins } from './sshd/root-login';
export { type Scope, scopesOf } from './sshd/scopes';
export { type ShadowedLine, shadowedLines } from './sshd/shadowed';
export type { Sshd } from './sshd/sshd';
export { type StrayLine, strayLines } from './sshd/stray-lines';
export { type CutValue, cutValues } from './syntax/cut-values';
export { explainRejectedLine } from './syntax/rejected-line';
export { type Option, type Section, type SyntaxProblem, type SyntaxTree, stopsReading } from './syntax/tree';
export { valueIndent } from './syntax/value-indent';
export { closestName } from './text/closest-name';
export { excerpt, quote } from './text/excerpt';
export { linesOf } from './text/lines-of';
export { type Piece, piecesBetween, piecesOf } from './text/pieces';
export { shellQuote } from './text/shell-quote';
export type { Position, Span } from './text/span';
export type { Text } from './text/text';
export { lineBefore } from './text/whole-lines';
export { isBooleanWord, parseBoolean, suggestBoolean } from './values/boolean';
export { type DatePatternFault, findDatePatternFault } from './values/date-pattern-fault';
export { describeBanTime, describeSeconds } from './values/duration';
export { findIgnoreipFault } from './values/ignoreip-word';
export { findInlineComment } from './values/inline-comment';
export { parseExactInteger } from './values/integer';
export { logLevelNumber } from './values/log-level';
export { logPaths, matchesOldLogs } from './values/log-path';
export { booleanOptions, timeOptions } from './values/meaning';
export { coversNetwork } from './values/network';
export { findNumberFault, type NumberFault, numberOptions } from './values/number-fault';
export { pathMatches } from './values/path-pattern';
export { isAddressPlaceholder } from './values/placeholders';
export { findPortFault, mendPorts, type PortFault, type PortForm } from './values/port-list';
export type { ShellCommand } from './values/shell/commands';
export type { ShellWord } from './values/shell/words';
export { suggestTime } from './values/suggest-time';
export { parseTime } from './values/time';
export { findTimeFault, type TimeEffect } from './values/time-fault';
