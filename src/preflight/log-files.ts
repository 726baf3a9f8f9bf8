import { isPackagedFile } from '../knowledge/packaged-files';
import type { JailReading } from '../resolve/jail';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { excerpt } from '../text/excerpt';
import { piecesOf } from '../text/pieces';
import { sliceText, type Text } from '../text/text';
import type { FindLogs } from '../values/find-logs';
import { type LogPath, logPaths, matchesOldLogs } from '../values/log-path';
import { isPattern } from '../values/path-pattern';
import { checkLogPath } from './log-path';
import { optionSetting, optionText } from './option-text';
import { type Effect, type Reason, reasonFor } from './reason';
import type { Refusal } from './refusal';

/** What is known about where a host logs. */
export interface LogFiles {
  readonly find: FindLogs;
  /** False where it is known to keep none. */
  readonly hasJournal: boolean;
}

/** A logpath that names no file, or none that the host has (`convert` of client/jailreader.py). */
export function noLogReasons(
  setup: Setup,
  jail: JailReading,
  logs: LogFiles | undefined,
  effect: Effect,
): readonly Reason[] {
  const text = optionText(jail, 'logpath');
  const setting = optionSetting(setup, jail, 'logpath');
  const subject = { jail: jail.name, option: 'logpath' };
  const [first, ...others] = text === undefined ? [] : logPaths(text);
  if (text === undefined || first === undefined || logs === undefined)
    return [reasonFor(setup, noPath, { ...subject, text, setting }, effect)];
  // what is no path at all is better told as that
  const refused = [first, ...others].flatMap(path => refusalsOf(text, path));
  if (refused.length > 0)
    return refused.map(each => reasonFor(setup, each, { ...subject, text, setting }, effect));
  const refusal = missing(jail, first, others.length, logs);
  return [reasonFor(setup, refusal, { ...subject, ...placeOf(setup, jail, first.path) }, effect)];
}

const noPath: Refusal = {
  code: 'no-log-file',
  rule: 'jail/no-logpath',
  message: 'logpath is set and names no file',
  advice: 'name a log file, or remove the option and set backend = systemd',
};

function refusalsOf(text: Text, { path, end, behind }: LogPath): readonly Refusal[] {
  const position = text.value[end] === ' ' ? sliceText(text, end + 1, end + 1 + behind.length) : undefined;
  return checkLogPath(path, position, true, undefined);
}

function missing(jail: JailReading, { path }: LogPath, others: number, logs: LogFiles): Refusal {
  const more =
    others === 0 ? '' : others === 1 ? ', nor the other path' : `, nor any of the ${others} other paths`;
  return {
    code: 'log-file-missing',
    rule: 'log/file-missing',
    message: `no file matches logpath ${excerpt(path.value)} of [${jail.name}]${more}`,
    advice: adviceFor(jail, path.value, logs),
  };
}

function adviceFor(jail: JailReading, path: string, { find, hasJournal }: LogFiles): string {
  const close = closeFile(path, find);
  if (close !== undefined) return `did you mean ${excerpt(close)}?`;
  const match = jail.options.get('journalmatch')?.value.text ?? jail.filter?.texts.get('journalmatch');
  const canReadJournal = hasJournal && match !== undefined && match.value.trim() !== '';
  return canReadJournal
    ? 'backend = systemd reads the journal in its place'
    : 'name the log the service writes on this host, or disable the jail';
}

/** A file in the same directory whose name was probably meant. */
function closeFile(path: string, find: FindLogs): string | undefined {
  if (isPattern(path)) return undefined;
  const start = path.lastIndexOf('/') + 1;
  const names = find(`${path.slice(0, start)}*`)
    .filter(each => !each.isDirectory && !matchesOldLogs(each.path))
    .map(each => each.path.slice(each.path.lastIndexOf('/') + 1));
  const name = closestName(path.slice(start), names);
  return name === undefined ? undefined : path.slice(0, start) + name;
}

/** The path where an admin wrote it; else his option or section that leads to it; else the line that enables the jail. */
function placeOf(
  setup: Setup,
  jail: JailReading,
  path: Text,
): { text: Text | undefined; setting: Setting | undefined } {
  const setting = optionSetting(setup, jail, 'logpath');
  const isOwn = (name: string | undefined) => name !== undefined && !isPackagedFile(name);
  if (piecesOf(path).some(({ file }) => isOwn(setup.sources(file)?.name))) return { text: path, setting };
  if (isOwn(setting?.file.name)) return { text: undefined, setting };
  const hasSection = setup.jailFamily.files.some(
    ({ name, tree }) => isOwn(name) && tree.sections.some(section => section.name === jail.name),
  );
  const enabled = hasSection ? undefined : optionSetting(setup, jail, 'enabled');
  return { text: undefined, setting: isOwn(enabled?.file.name) ? enabled : undefined };
}
