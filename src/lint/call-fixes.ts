import { splitCalls } from '../resolve/split-calls';
import type { Text } from '../text/text';
import { addArgument } from './add-argument';
import type { Fix } from './fix';
import type { JailAction } from './jail-actions';
import { changeOf, replaceWritten } from './make-fix';
import type { Jail, Model } from './model';
import { repairCalls } from './repair-call';

/** The fix for arguments of the filter or the actions of a jail that can't be read. */
export function argumentsFix({ setup }: Model, jail: Jail, what: 'filter' | 'action'): Fix | undefined {
  const { setting, result } = jail.option(what) ?? {};
  if (result?.kind !== 'text') return undefined;
  const { release, loadAlone } = setup;
  const calls = what === 'filter' ? [result.text] : splitCalls(result.text, release);
  const families = calls.flatMap(({ value }) => {
    const [name = ''] = /^[\w.-]*/.exec(value)!;
    return name === '' ? [] : [loadAlone(`${what}.d/${name}`)];
  });
  const isParameter = (name: string) =>
    families.some(({ sections }) => ['Definition', 'Init'].some(section => sections.get(section)?.has(name)));
  return repairCalls(setup, what, result.text, setting, isParameter);
}

/**
 * The fix for the second of two actions of a jail with one name: another name, made of what tells them apart; where nothing does, it is
 * left out.
 */
export function secondActionFix({ setup }: Model, jail: Jail, name: Text): Fix | undefined {
  const second = jail.actions.find(action => action.name === name);
  const first = jail.actions.find(action => action !== second && action.name.value === name.value);
  if (first === undefined || second === undefined) return undefined;
  if (first.call.value === second.call.value) return withoutSecond(jail, second.call.value);
  const suffix = differenceOf(first, second);
  const setsName = /<name>/.test(
    `${second.setting('actionstart')?.text.value}${second.setting('actionban')?.text.value}`,
  );
  const given = second.parameters.get('name');
  if (second.parameters.has('actname')) return undefined;
  const title = `give it the name ${name.value.replace(/\.py$/, '')}-${suffix}`;
  if (second.family === undefined || !setsName)
    return addArgument(setup, title, second.call, `actname=${name.value.replace(/\.py$/, '')}-${suffix}`);
  if (given === undefined) return addArgument(setup, title, second.call, `name=%(__name__)s-${suffix}`);
  return replaceWritten(setup, title, given, `-${suffix}`, given.value.length, given.value.length);
}

/** Only where it has a line of its own. */
function withoutSecond(jail: Jail, call: string): Fix | undefined {
  const { setting } = jail.option('action') ?? {};
  const lines = setting?.text.value.split('\n') ?? [];
  const last = lines.findLastIndex(line => line.trim() === call);
  if (setting === undefined || lines.findIndex(line => line.trim() === call) === last) return undefined;
  return {
    title: 'leave out the second one',
    edits: [{ kind: 'value', setting, value: lines.filter((_, index) => index !== last).join('\n') }],
    changes: [changeOf(setting)],
  };
}

/** A word for what the second has otherwise than the first: `udp`. */
function differenceOf(first: JailAction, second: JailAction): string {
  for (const key of ['protocol', 'dest', 'port', ...second.parameters.keys()]) {
    const value = second.parameters.get(key)?.value;
    if (
      value !== undefined &&
      value !== first.parameters.get(key)?.value &&
      /^[a-z][a-z0-9]{0,7}$/.test(value)
    )
      return value;
  }
  return '2';
}
