import { isAtLeast } from '../knowledge/release';
import type { InterpolationError } from '../resolve/interpolate';
import { closestName } from '../text/closest-name';
import type { Fix } from './fix';
import { replaceWritten } from './make-fix';
import type { Model } from './model';

/** Variables that later releases no longer set, and what stands for the same there. */
const moved: ReadonlyMap<string, string> = new Map([
  ['ignorecommands_dir', '%(fail2ban_confpath)s/filter.d/ignorecommands'],
]);

/** The fix for a reference `%(name)s` that leads nowhere. */
export function referenceFix({ setup }: Model, error: InterpolationError, option: string): Fix | undefined {
  const { kind, name, text, start, end } = error;
  const write = (by: string, decision?: string): Fix | undefined => {
    const fix = replaceWritten(setup, `write ${by}`, text, by, start, end);
    return fix && { ...fix, ...(decision !== undefined && { decision }) };
  };
  const names = new Set(error.names());
  if (kind === 'depth' && name === option) {
    const [known] = [`known/${name}`, `default/${name}`].filter(each => names.has(each));
    return known === undefined ? undefined : write(`%(${known})s`, `which ${name} is meant`);
  }
  if (kind !== 'missing') return undefined;
  const isCapital = name.includes('/') && text.value.slice(start + 2, end - 2) !== name;
  if (isCapital) return write(`%(${name})s`);
  const replacement = isAtLeast(setup.release, '1.0') ? moved.get(name) : undefined;
  if (replacement !== undefined) return write(replacement);
  const meant = closestName(name, names);
  return meant === undefined ? undefined : write(`%(${meant})s`, 'which variable is meant');
}
