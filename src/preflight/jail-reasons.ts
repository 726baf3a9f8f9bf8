import type { JailError, JailReading } from '../resolve/jail';
import type { CommandError } from '../resolve/jail-commands';
import { definitionNames, type Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import { optionSetting, optionText } from './option-text';
import { type Effect, type Reason, reasonFor } from './reason';
import type { Refusal } from './refusal';

/** Why a jail is left out. If no jail is left at all, the whole load fails. */
export function skippedReason(setup: Setup, jail: JailReading, error: JailError, effect: Effect): Reason {
  const { what, text } = error;
  const subject = { text, setting: optionSetting(setup, jail, what), jail: jail.name, option: what };
  return reasonFor(
    setup,
    error.kind === 'not-found' ? notFound(setup, error) : badCall(error),
    subject,
    effect,
  );
}

function notFound(setup: Setup, { what, text }: JailError): Refusal {
  const close = closestName(text.value, definitionNames(setup, what));
  return {
    code: what === 'filter' ? 'filter-not-found' : 'action-not-found',
    rule: what === 'filter' ? 'jail/filter-not-found' : 'action/not-found',
    message: `there is no ${what} ${quote(text.value)} in ${what}.d`,
    ...(close !== undefined && { advice: `did you mean ${close}?` }),
  };
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

/** A logpath that names no file. */
export function noLogReason(setup: Setup, jail: JailReading, effect: Effect): Reason {
  const refusal: Refusal = {
    code: 'no-log-file',
    rule: 'jail/no-logpath',
    message: 'logpath is set and names no file',
    advice: 'name a log file, or remove the option and set backend = systemd',
  };
  const setting = optionSetting(setup, jail, 'logpath');
  const text = optionText(jail, 'logpath');
  return reasonFor(setup, refusal, { text, setting, jail: jail.name, option: 'logpath' }, effect);
}
