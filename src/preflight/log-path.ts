import { argumentText } from '../resolve/argument';
import type { Argument } from '../resolve/command';
import { excerpt, quote } from '../text/excerpt';
import type { Text } from '../text/text';
import type { FindLogs } from '../values/find-logs';
import { isPattern } from '../values/path-pattern';
import { accepted, type Refusal } from './refusal';

/** `addlogpath PATH POSITION` (server/transmitter.py, server/filter.py). A backend that reads the journal opens no file. */
export function checkLogPath(
  path: Text,
  position: Argument | undefined,
  readsFiles: boolean,
  findLogs: FindLogs | undefined,
): readonly Refusal[] {
  const word = argumentText(position);
  if (word !== undefined && !['head', 'tail'].includes(word.value.toLowerCase()))
    return [badPosition(path, word)];
  if (!readsFiles) return accepted;
  const directory = findLogs?.(path.value).find(found => found.isDirectory)?.path;
  if (directory === undefined && !path.value.endsWith('/')) return accepted;
  const isOne = directory === undefined || !isPattern(path.value);
  const stem = path.value.endsWith('*') ? trimmed(path.value, '*') : `${trimmed(path.value, '/')}/`;
  return [
    {
      code: 'log-directory',
      rule: 'log/directory',
      message: isOne
        ? `logpath ${quote(path.value)} is a directory, which fail2ban can't read`
        : `logpath ${quote(path.value)} takes in the directory ${excerpt(directory)}, which fail2ban can't read`,
      advice: `name files, such as ${excerpt(stem)}*.log`,
      text: path,
    },
  ];
}

function trimmed(text: string, tail: string): string {
  let end = text.length;
  while (text[end - 1] === tail) end--;
  return text.slice(0, end);
}

function badPosition(path: Text, position: Text): Refusal {
  const quoted = excerpt(position.value);
  return {
    code: 'log-position',
    rule: 'log/paths-on-one-line',
    message: `"${quoted}" behind the blank in logpath is taken for the place to read from, which is head or tail`,
    advice:
      path.value.endsWith(',') || position.value.startsWith('/')
        ? 'put each path on a line of its own, without commas'
        : 'fail2ban can name no path with a blank in it; use ? in its place, and remove what is no path',
    ...(position.value === '' ? { text: path } : { text: position }),
  };
}
