import { presetNames } from '../../config/presets';
import { optionNames, optionsOf } from '../../knowledge/options';
import { releaseNames } from '../../knowledge/release';
import { severities } from '../../lint/finding';
import { allRules } from '../all-rules';
import { formatNames } from '../formats';
import { nothing, type Values } from './values';

const paths: Values = { ...nothing, paths: 'all' };
const directories: Values = { ...nothing, paths: 'directories' };
const oneOf = (...words: readonly string[]): Values => ({ ...nothing, words });

const ruleIds = allRules.map(rule => rule.id);
const formats = oneOf('text', 'json');

/** By command and option where it depends on the command, else by option, else by what stands for the value in the help. */
const byOption: ReadonlyMap<string, Values> = new Map([
  ['lint --format', oneOf(...formatNames)],
  ['diff --format', oneOf('text', 'json', 'markdown')],
  ['--format', formats],
  ['--preset', oneOf(...presetNames)],
  ['--fail-on', oneOf(...severities, 'never')],
  ['--color', oneOf('auto', 'always', 'never')],
  ['--fail2ban', oneOf('auto', ...releaseNames)],
  ['--fix', oneOf('safe', 'all')],
  ['--update-baseline', oneOf('all')],
  ['--as', oneOf('jail.local', 'jail.d/', 'fail2ban.local', 'fail2ban.d/', 'filter.d/', 'action.d/')],
  ['--max-warnings', nothing],
  ['--match', nothing],
  ['<file>', paths],
  ['<dir>', directories],
  ['<format=file>', { ...oneOf(...formatNames), after: paths }],
  ['<id=severity>', { ...oneOf(...ruleIds), after: oneOf('off', ...severities) }],
]);

const byArgument: ReadonlyMap<string, Values> = new Map([
  ['show selector', { ...oneOf('fail2ban', 'sshd_config'), jails: 'names' }],
  ['show path', { ...oneOf('fail2ban', 'sshd_config'), paths: 'all', jails: 'names' }],
  ['set path-and-settings', { ...paths, jails: 'settings' }],
  ['unset path-and-settings', { ...paths, jails: 'options' }],
  ['enable path-and-settings', { ...paths, jails: 'names' }],
  ['disable path-and-settings', { ...paths, jails: 'names' }],
  ['explain name', oneOf(...ruleIds, ...optionNames())],
  ['completion shell', oneOf('bash', 'zsh', 'fish')],
  ['init path', directories],
  ['path', paths],
  ['old', paths],
  ['new', paths],
]);

/**
 * The values of an option (`--format`, with its `<name>`) of a command; undefined where nobody has said. `baseNames` are those of the
 * bundled bases, which are too large to be imported here.
 */
export function valuesOfOption(
  command: string,
  long: string,
  placeholder: string,
  baseNames: readonly string[],
): Values | undefined {
  if (long === '--base') return { ...oneOf('auto', 'none', ...baseNames), paths: 'directories' };
  return byOption.get(`${command} ${long}`) ?? byOption.get(long) ?? byOption.get(placeholder);
}

/** The values of an argument (`path`) of a command; undefined where nobody has said. */
export function valuesOfArgument(command: string, name: string): Values | undefined {
  return byArgument.get(`${command} ${name}`) ?? byArgument.get(name);
}

/** Options that a jail can have. */
export const jailOptions: readonly string[] = [...optionsOf('jail')]
  .filter(([, option]) => !option.isVariable)
  .map(([name]) => name);
