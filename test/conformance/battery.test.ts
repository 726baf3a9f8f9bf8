import { builtCli } from '../cli/built-cli';
import { printFigure, runOracle } from './shared';

/** The rules that exist; cases of others count only as far as they must not raise these. */
const rules = [
  'syntax/parse-error',
  'syntax/duplicate-option',
  'syntax/duplicate-section',
  'syntax/inline-comment',
  'syntax/undefined-interpolation',
  'syntax/percent-not-escaped',
  'resolution/unknown-option',
  'resolution/jail-option-in-fail2ban-conf',
  'jail/filter-not-found',
  'value/wrong-type',
  'value/bad-time',
  'policy/permanent-ban',
  'mail/strict-no-exemption',
  'sshd/root-login',
];

const command = `${process.execPath} ${builtCli()}`;

test('the battery: at least 95 % exact, 98 % in the right file, 95 % of the right severity, no false alarm', () => {
  const bars = ['--min', '95', '--min-placed', '98', '--min-graded', '95'];
  const { status, output } = runOracle('battery.py', [
    '--f2blint',
    command,
    '--rules',
    rules.join(','),
    ...bars,
  ]);
  for (const [figure] of output.matchAll(/^battery: .*$/gm)) printFigure(figure);
  if (status !== 0) throw new Error(`below the bar\n${output.slice(0, 10_000)}`);
});
