import { newJailName } from '../knowledge/old-jails';
import { isPackagedFile } from '../knowledge/packaged-files';
import { describeReplacement, removedName } from '../knowledge/removed-names';
import type { JailError, JailReading } from '../resolve/jail';
import type { CommandError } from '../resolve/jail-commands';
import { definitionNames, type Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import { piecesBetween, piecesOf } from '../text/pieces';
import { stripEnd } from '../text/python-space';
import type { Text } from '../text/text';
import { unreadFile } from './family-reasons';
import { optionSetting } from './option-text';
import { type Effect, filePlace, type Reason, reasonFor } from './reason';
import type { Refusal } from './refusal';

/** Why a jail is left out. If no jail is left at all, the whole load fails. */
export function skippedReason(setup: Setup, jail: JailReading, error: JailError, effect: Effect): Reason {
  const { what, text } = error;
  const setting = optionSetting(setup, jail, what);
  const subject = { text, setting, jail: jail.name, option: what };
  if (error.kind === 'bad-call') {
    const isGlued =
      setting !== undefined && isFromPackage(setup, error) && !isPackagedFile(setting.file.name);
    return reasonFor(setup, badCall(error), isGlued ? { ...subject, text: undefined } : subject, effect);
  }
  const [unread] = setup.loadFamily(`${what}.d/${text.value}`).skipped;
  if (unread !== undefined) {
    return { ...reasonFor(setup, notRead(error, unread), subject, effect), place: filePlace(unread) };
  }
  // the name of the jail itself, which [DEFAULT] makes the name of its filter
  const isJailName = piecesOf(text).length === 0 && !setup.jailFamily.sections.get(jail.name)?.has(what);
  const newName = isJailName && what === 'filter' ? newJailName(jail.name) : undefined;
  return reasonFor(
    setup,
    newName === undefined ? notFound(setup, error) : renamed(jail.name, newName),
    isJailName ? { ...subject, setting: undefined } : subject,
    effect,
  );
}

/** A jail of 0.8, which is a new jail today and looks for a filter of its own name. */
function renamed(old: string, name: string): Refusal {
  return {
    code: 'filter-not-found',
    rule: 'upgrade/renamed-jail',
    message: `there is no filter "${old}" in filter.d: the jail [${old}] is called [${name}] since fail2ban 0.9`,
    advice: `name the section [${name}]`,
  };
}

/** What a packaged file says is sound by itself, so that it is the line that uses it where something is wrong. */
function isFromPackage({ sources }: Setup, { text, error }: JailError): boolean {
  const pieces = piecesBetween(text, error?.start ?? 0, error?.end ?? text.value.length);
  return pieces.every(piece => isPackagedFile(sources(piece.file)?.name ?? ''));
}

const notFoundCodes = { filter: 'filter-not-found', action: 'action-not-found' } as const;

function notFound(setup: Setup, { what, text }: JailError): Refusal {
  const name = stripEnd(text.value);
  const removed = removedName(what, name, setup.release);
  if (removed !== undefined) {
    return {
      code: notFoundCodes[what],
      rule: 'upgrade/removed-name',
      message: `${what} ${quote(text.value)} was removed in fail2ban ${removed.release}`,
      advice: describeReplacement(removed),
      ...(removed.replacement !== undefined && {
        mend: { by: removed.replacement, decision: 'what takes its place' },
      }),
    };
  }
  const close = closestName(name, definitionNames(setup, what));
  const isBlank = close === name;
  const advice = isBlank ? `put the [ right behind ${name}` : close && `did you mean ${close}?`;
  return {
    code: notFoundCodes[what],
    rule: what === 'filter' ? 'jail/filter-not-found' : isBlank ? 'action/bad-arguments' : 'action/not-found',
    message: isBlank
      ? `the blank in front of the [ makes the name ${quote(text.value)}, and there is no such ${what} in ${what}.d`
      : `there is no ${what} ${quote(text.value)} in ${what}.d`,
    ...(advice !== undefined && { advice }),
    ...(what === 'action' && actionMend(setup, text, close)),
  };
}

/** Another name for an action there is none of; that of a mailer (`mta = ssmtp`) becomes part of several. */
function actionMend(setup: Setup, text: Text, close: string | undefined): Pick<Refusal, 'mend'> {
  const start = stripEnd(text.value).length;
  if (close !== undefined && close.length === start && text.value.startsWith(close))
    return { mend: { start, by: '' } };
  const names = definitionNames(setup, 'action');
  const [mailer, rest] = piecesOf(text);
  const isMail = rest !== undefined && names.includes(`sendmail${text.value.slice(rest.at)}`);
  if (isMail && mailer?.at === 0 && mailer.length === rest.at)
    return { mend: { end: rest.at, by: 'sendmail', decision: 'which program sends mail' } };
  return close === undefined ? {} : { mend: { by: close, decision: 'which action is meant' } };
}

/** A filter or action whose only file fail2ban passes over. */
function notRead({ what, text }: JailError, file: SourceFile): Refusal {
  const { message, ...refusal } = unreadFile(file);
  const code = notFoundCodes[what];
  return { ...refusal, code, message: `${message}, so that there is no ${what} ${quote(text.value)}` };
}

function badCall({ what, text, error }: JailError): Refusal {
  return {
    code: what === 'filter' ? 'filter-arguments' : 'action-arguments',
    rule: `${what}/bad-arguments`,
    message: `the arguments of ${what} ${quote(text.value)} are malformed`,
    advice:
      'write NAME[key=value, key="value with , or ]"], with commas between the arguments and nothing behind the ]',
    ...(error && { start: error.start, end: error.end }),
  };
}

/** A journal match with an open quote, which ends the load. */
export function quoteReason(setup: Setup, jail: JailReading, { text }: CommandError): Reason {
  const refusal: Refusal = {
    code: 'journal-match-quote',
    rule: 'log/bad-journalmatch',
    message: `journalmatch ${quote(text.value)} has a quote or a backslash that nothing follows`,
    advice: 'close the quote',
  };
  const setting = optionSetting(setup, jail, 'journalmatch');
  return reasonFor(setup, refusal, { text, setting, jail: jail.name, option: 'journalmatch' }, 'down');
}
