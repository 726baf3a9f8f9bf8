import type { Release } from '../knowledge/release';
import { argumentText } from '../resolve/argument';
import type { Command } from '../resolve/command';
import type { DaemonReading } from '../resolve/daemon';
import { quote } from '../text/excerpt';
import { lazyPattern } from '../text/lazy-pattern';
import { madeText, type Text } from '../text/text';
import { checkNumber, checkStackSize } from './numbers';
import { accepted, type Refusal } from './refusal';
import { parseServerCall } from './server-call';
import { checkTime } from './times';

/** What the server has been told about itself. */
export interface ServerState {
  hasDatabase: boolean;
}

/** Tells the server one command about itself, `set NAME VALUE` (server/transmitter.py). */
export function checkDaemonCommand(
  state: ServerState,
  daemon: DaemonReading,
  command: Command,
  release: Release,
): readonly Refusal[] {
  const name = String(command[1]);
  const value = command[2] ?? null;
  const text = argumentText(value) ?? daemon.options.get(name)?.value.text ?? madeText('');
  switch (name) {
    case 'thread': {
      const size = daemon.thread?.get('stacksize')?.value;
      if (size === undefined) return accepted;
      return checkStackSize(size.kind === 'int' ? size.value : null, size.text?.value ?? '');
    }
    case 'logtarget':
      return checkLogTarget(text, release);
    case 'dbfile':
      state.hasDatabase = text.value.toLowerCase() !== 'none';
      return checkDatabaseFile(text.value);
    case 'dbmaxmatches':
      if (state.hasDatabase && daemon.options.get(name)?.value.text === undefined) return [noDefinition];
      return state.hasDatabase ? checkNumber(name, value, text.value) : accepted;
    case 'dbpurgeage':
      return state.hasDatabase ? checkTime(name, text.value) : accepted;
    default:
      return accepted;
  }
}

/** Without the section fail2ban sends `dbmaxmatches` as nothing, which it then refuses itself. */
const noDefinition: Refusal = {
  code: 'no-definition',
  rule: 'resolution/main-file-missing',
  message: 'fail2ban.conf is missing or has no section [Definition]',
  advice: 'install the fail2ban.conf that fail2ban brings along; put changes into fail2ban.local',
};

/** What Python wants to see in a format of log lines (`logging.PercentStyle`). */
const logFormat = lazyPattern(
  () => /%\([\p{L}\p{N}_]+\)[#0+ -]*(?:\*|(?!0)\p{Nd}+)?(?:\.(?:\*|\p{Nd}+))?[diouxefgcrsa%]/iu,
);

function checkLogTarget(text: Text, release: Release): readonly Refusal[] {
  const parsed = parseServerCall(text, release);
  if (parsed.kind === 'error') {
    const { start, end } = parsed.error;
    return [targetRefusal(text.value === '' ? 'it is empty' : 'its brackets are malformed', { start, end })];
  }
  const { name, parameters } = parsed.call;
  const format = parameters.get('format');
  if (format !== undefined && format.value !== '' && !logFormat().test(format.value)) {
    return [targetRefusal(`${quote(format.value)} is no format of a log line`, { text: format })];
  }
  if (!name.value.endsWith('/')) return accepted;
  const mend = { text: name, by: `${name.value}fail2ban.log` };
  return [{ ...targetRefusal(`${quote(name.value)} is a directory`, {}), mend }];
}

function targetRefusal(problem: string, place: { text?: Text; start?: number; end?: number }): Refusal {
  return {
    code: 'log-target',
    rule: 'daemon/bad-logtarget',
    message: `logtarget is refused: ${problem}`,
    advice: 'write the path of a file, SYSLOG, STDOUT, STDERR, SYSOUT or SYSTEMD-JOURNAL',
    ...place,
  };
}

function checkDatabaseFile(value: string): readonly Refusal[] {
  if (!value.endsWith('/')) return accepted;
  return [
    {
      code: 'database-file',
      rule: 'daemon/bad-dbfile',
      message: `dbfile = ${quote(value)} is a directory`,
      advice: 'write the path of a file, or None for no database',
      mend: { by: `${value}fail2ban.sqlite3` },
    },
  ];
}
