import { github } from '../../src/report/github';
import { printable } from '../../src/text/printable';
import { echo, hostileTexts, manyFindings, nothing, type Reported } from './report-outcomes';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line as the runner of GitHub Actions reads it (actions/runner, ActionCommand.TryParseV2); undefined where it is just output. */
function parseCommand(line: string): Command | undefined {
  const text = line.trim();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = text.slice(2, end);
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  const pairs =
    space < 0
      ? []
      : head
          .slice(space + 1)
          .trim()
          .split(',');
  const properties = Object.fromEntries(
    pairs.map(pair => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), undo(pair.slice(at + 1), ['\r', '\n', ':', ',', '%'])];
    }),
  );
  return { name, properties, data: undo(text.slice(end + 2), ['\r', '\n', '%']) };
}

/** The runner replaces one after the other, the percent sign last. */
function undo(text: string, characters: readonly string[]): string {
  return characters.reduce((result, character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    return result.replaceAll(`%${code}`, character);
  }, text);
}

function commandsOf({ outcomes, run }: Reported): readonly (Command | undefined)[] {
  const text = github(outcomes, run);
  return text
    .split(/\r\n|\r|\n/)
    .slice(0, -1)
    .map(parseCommand);
}

test('a finding is a command', () => {
  expect(commandsOf(echo(['50% off: a, b']))[0]).toEqual({
    name: 'error',
    properties: {
      file: 'etc/fail2ban/jail.d/0-50% off: a, b.conf',
      line: '1',
      endLine: '1',
      col: '1',
      endColumn: '1',
      title: 'f2blint daemon/error',
    },
    data: 'says 50% off: a, b',
  });
});

test('severities have the names of GitHub', () => {
  expect(commandsOf(echo(['x'])).map(command => command?.name)).toEqual(['error', 'notice', 'warning']);
});

test('hostile values stay where they are', () => {
  const commands = commandsOf(echo(hostileTexts));
  expect(commands).toHaveLength(3 * hostileTexts.length);
  const said = new Set(commands.map(command => command?.data));
  for (const text of hostileTexts) expect(said).toContain(printable(`says ${text}`));
  for (const command of commands) {
    expect(Object.keys(command!.properties)).toEqual([
      'file',
      'line',
      'endLine',
      'col',
      'endColumn',
      'title',
    ]);
    expect(command!.properties.file).toMatch(/^etc\/fail2ban\/jail\.d\/\d+[^\n\r]*\.conf$/);
  }
});

test('nothing found, nothing said; many, all said', () => {
  expect(github(nothing.outcomes, nothing.run)).toBe('');
  expect(commandsOf(manyFindings(10_000))).toHaveLength(10_000);
});
