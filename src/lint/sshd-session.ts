import type { Facts } from '../host/facts';
import { findRelease, isAtLeast } from '../knowledge/release';
import { optionText } from '../preflight/option-text';
import type { Setup } from '../resolve/setup';
import type { Text } from '../text/text';
import { isFromStock } from './from-stock';
import { readsJournal } from './journal';
import type { Jail, Model } from './model';
import { atText, type Place } from './place';

/** A jail that passes over what sshd logs under its new name. */
export interface MissedSessions {
  readonly jail: Jail;
  readonly what: 'filter' | 'journalmatch';
  readonly place: Place | undefined;
}

/** Since 9.8 each connection is handled, and logged, by a program of its own: sshd-session. */
export function logsAsSession({ 'openssh-version': version = '' }: Facts): boolean {
  const [, major = '0', minor = '0'] = /^\D*(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 9 || (Number(major) === 9 && Number(minor) >= 8);
}

/** The enabled jails whose regexes, or whose selection from the journal, only take lines of a program named sshd. */
export function missedSessions({ setup, jails, facts }: Model): readonly MissedSessions[] {
  const installed = findRelease(facts['fail2ban-version'] ?? '');
  if (!logsAsSession(facts) || (installed !== undefined && isAtLeast(installed, '1.1.1'))) return [];
  return jails.flatMap((jail): readonly MissedSessions[] => {
    if (!jail.enabled || jail.reading.skipped !== undefined) return [];
    const text = linesText(jail);
    const at = text && oldName(text.value);
    if (text !== undefined && at !== undefined)
      return [{ jail, what: 'filter', place: ownPlace(setup, jail, text, at, at + 'sshd'.length) }];
    const match = readsJournal(jail) ? optionText(jail.reading, 'journalmatch') : undefined;
    if (match === undefined || !missesSessions(match.value, facts.os ?? '')) return [];
    return [{ jail, what: 'journalmatch', place: ownPlace(setup, jail, match) }];
  });
}

/** What a line has to match to be looked at: prefregex, else all of failregex. */
function linesText({ reading }: Jail): Text | undefined {
  const prefix = optionText(reading, 'prefregex');
  return prefix?.value ? prefix : optionText(reading, 'failregex');
}

/** How a regex asks for the name of the program with nothing between it and its number: as common.conf does, or by hand. */
const program = /(?<![\w-])sshd(?:\(\?:\\\(\\S\+\\\)\)\?|\(\?:\\\[|\\\[)/;

/** Where the first regex asks for the old name if all of them do. */
function oldName(regexes: string): number | undefined {
  const filled = regexes.split('\n').filter(line => line !== '');
  const asksForOld = filled.every(line => program.test(line) && !line.includes('session'));
  return filled.length > 0 && asksForOld ? program.exec(regexes)?.index : undefined;
}

/** `A=1 B=2 + A=3`: all fields of one of the parts; several values of one field are alternatives (journalctl(1)). */
function missesSessions(match: string, os: string): boolean {
  // the unit is named ssh.service there
  const isDebian = /^(?:debian|ubuntu|raspbian)/.test(os);
  const isMissed = (word: string) =>
    word === '_COMM=sshd' || (isDebian && word === '_SYSTEMD_UNIT=sshd.service');
  const parts = match.split(/\n|\s\+\s/).map(part => part.split(/\s+/).filter(word => word !== ''));
  return parts.every(words =>
    words.some(word => {
      const field = word.slice(0, word.indexOf('=') + 1);
      return words.every(each => !each.startsWith(field) || isMissed(each));
    }),
  );
}

function ownPlace(
  setup: Setup,
  jail: Jail,
  text: Text,
  start = 0,
  end = text.value.length,
): Place | undefined {
  if (!isFromStock(setup, text, start, end)) return atText(text, jail.option('filter')?.setting, start, end);
  return jail.header() ?? jail.place('enabled');
}
