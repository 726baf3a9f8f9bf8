import { argumentText } from '../resolve/argument';
import type { Argument, Command } from '../resolve/command';
import type { ActionUse, JailReading } from '../resolve/jail';
import type { Setup } from '../resolve/setup';
import { quote } from '../text/excerpt';
import { madeText, type Text } from '../text/text';
import type { FindLogs } from '../values/find-logs';
import { actionSettings, checkActionName, checkActionSetting, checkPythonAction } from './actions';
import { checkAddress } from './addresses';
import { checkBackend } from './backend';
import { type BanTimeState, checkBanTimeExtra, freshBanTime } from './ban-time-formula';
import { checkDatePattern } from './date-pattern';
import { checkEncoding, checkTimeZone } from './encodings';
import { checkIgnoreCache } from './ignore-cache';
import { checkJournalMatch } from './journal-match';
import { checkLogPath } from './log-path';
import { checkMaxLines, checkNumber } from './numbers';
import { optionText } from './option-text';
import { accepted, type Refusal } from './refusal';
import { checkRegex, freshRegexState, type RegexState, setUseDns } from './regexes';
import { checkBanTime, checkTime } from './times';
import { unknownMode } from './unknown-mode';

/** A jail while the server is told about it. */
export interface ServerJail {
  readonly setup: Setup;
  readonly jail: JailReading;
  /** Undefined where the log files of the host are not known. */
  readonly findLogs: FindLogs | undefined;
  /** In lower case, without arguments. */
  backend: string | undefined;
  readonly regexes: RegexState;
  readonly banTime: BanTimeState;
  readonly actionNames: Set<string>;
  /** The actions of the jail that are still to be added, in order. */
  readonly actionsLeft: ActionUse[];
  /** What some jail has told the server and it took, of the settings in `ofValueAlone`; many jails have the same. */
  readonly sound: Set<string>;
}

/** Settings that are taken or refused whatever else the jail says. */
const ofValueAlone: ReadonlySet<string> = new Set([
  'datepattern',
  'findtime',
  'bantime',
  'ignorecache',
  'logtimezone',
  'logencoding',
]);

export function freshJail(
  setup: Setup,
  jail: JailReading,
  findLogs: FindLogs | undefined,
  sound: Set<string>,
): ServerJail {
  return {
    setup,
    jail,
    findLogs,
    backend: undefined,
    regexes: freshRegexState(),
    banTime: freshBanTime(),
    actionNames: new Set(),
    actionsLeft: [...jail.actions],
    sound,
  };
}

/** What a refusal is about: the option, and the text of its value. */
export interface Checked {
  readonly option: string;
  readonly text: Text | undefined;
  readonly refusals: readonly Refusal[];
}

/** Tells the server one command of a jail (`add`, `set`, `multi-set`). */
export function checkJailCommand(state: ServerJail, command: Command): Checked {
  if (command[0] === 'add') return addJail(state, command);
  const option = String(command[2]);
  const value = command[3];
  const text = argumentText(value) ?? optionText(state.jail, optionOf(option));
  if (!ofValueAlone.has(option) || value === null)
    return { option: optionOf(option), text, refusals: checkSetting(state, command, option, value, text) };
  const told = `${option} ${typeof value} ${text?.value}`;
  const refusals = state.sound.has(told) ? accepted : checkSetting(state, command, option, value, text);
  if (refusals.length === 0) state.sound.add(told);
  return { option, text, refusals };
}

const added: ReadonlySet<string> = new Set(
  ['failregex', 'ignoreregex', 'ignoreip', 'logpath', 'journalmatch', 'action'].map(name => `add${name}`),
);

/** `addfailregex` stands for the option `failregex`. */
function optionOf(name: string): string {
  return added.has(name) ? name.slice(3) : name;
}

function addJail(state: ServerJail, command: Command): Checked {
  const text = optionText(state.jail, 'backend');
  // the client may have chosen another backend than the one that is written
  const sent = String(argumentText(command[2])?.value ?? command[2]);
  const { name, refusals } = checkBackend(text?.value === sent ? text : madeText(sent), state.setup.release);
  state.backend = name;
  return { option: 'backend', text, refusals };
}

function checkSetting(
  state: ServerJail,
  command: Command,
  option: string,
  value: Argument | undefined,
  text: Text | undefined,
): readonly Refusal[] {
  const { release } = state.setup;
  const written = text?.value ?? '';
  switch (option) {
    case 'usedns':
      if (value === null) return [noDefinition];
      setUseDns(state.regexes, written);
      return accepted;
    case 'maxlines':
      if (value === null) return text === undefined ? [noDefinition] : checkNumber(option, value, written);
      if (typeof value === 'bigint' && value > 0n) state.regexes.maxlines = Number(value);
      return checkMaxLines(value ?? null);
    case 'prefregex':
      return checkRegex('prefregex', text ?? madeText(''), state.regexes, release);
    case 'addfailregex':
    case 'addignoreregex': {
      const kind = option === 'addfailregex' ? 'failregex' : 'ignoreregex';
      return regexTexts(value).flatMap(regex =>
        checkRegex(kind, regex, state.regexes, release).map(refusal =>
          refusal.code === 'no-failure-id' ? (modeAtFault(state, regex) ?? refusal) : refusal,
        ),
      );
    }
    case 'datepattern':
      return value === null ? accepted : checkDatePattern(written);
    case 'addjournalmatch':
      return state.backend === 'systemd' ? checkJournalMatch(command.slice(3), text) : accepted;
    case 'maxretry':
    case 'maxmatches':
      return checkNumber(option, value ?? null, written);
    case 'findtime':
      return checkTime(option, written);
    case 'bantime':
      return checkBanTime(option, written);
    case 'addignoreip':
      return command.slice(3).flatMap(word => {
        const address = argumentText(word);
        return address === undefined ? accepted : checkAddress(address, release);
      });
    case 'ignorecache':
      return checkIgnoreCache(text ?? madeText(''), release);
    case 'logtimezone':
      return checkTimeZone(written);
    case 'logencoding':
      return checkEncoding(written);
    case 'addlogpath':
      return checkLogPath(text ?? madeText(''), command[4], state.backend !== 'systemd', state.findLogs);
    case 'addaction':
      return addAction(state, String(value));
    case 'action':
      return actionSettings(command).flatMap(pair => checkActionSetting(String(value), pair[0], pair[1]));
    case 'ignorecommand':
    case 'ignoreself':
      return accepted;
    default:
      if (option.startsWith('bantime.'))
        return checkBanTimeExtra(option.slice(8), argumentText(value), state.banTime);
      return [unknownCommand(option, text)];
  }
}

function modeAtFault({ jail }: ServerJail, regex: Text): Refusal | undefined {
  return jail.filter && unknownMode(regex, jail.filter);
}

function regexTexts(value: Argument | undefined): readonly Text[] {
  const list = Array.isArray(value) ? (value as readonly Argument[]) : [value];
  return list.flatMap(each => argumentText(each) ?? []);
}

function addAction(state: ServerJail, name: string): readonly Refusal[] {
  const use = state.actionsLeft.shift();
  const twice = checkActionName(name, state.actionNames, use?.name);
  state.actionNames.add(name);
  if (use?.kind !== 'python' || twice.length > 0) return twice;
  return checkPythonAction(state.setup, use);
}

/** 0.11 sends the options of such a filter as nothing; later releases don't send them. */
const noDefinition: Refusal = {
  code: 'no-definition',
  rule: 'filter/no-definition',
  message: 'the filter has no section [Definition], and fail2ban 0.11 fails on what it lacks then',
  advice: 'put [Definition] above the options of the filter',
};

/** Up to 1.1.0 a parameter of a filter whose name is a part of "datepattern" reaches the server as a command. */
function unknownCommand(name: string, text: Text | undefined): Refusal {
  return {
    code: 'unknown-command',
    rule: 'filter/parameter-sent-as-command',
    message: `a parameter of the filter is named ${quote(name)}, which fail2ban before 1.1.1 takes for a part of "datepattern" and sends as a command that doesn't exist`,
    advice: 'give the parameter another name',
    ...(text && text.value !== '' && { text }),
  };
}
