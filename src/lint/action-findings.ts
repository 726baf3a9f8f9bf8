import { joinPath, withoutExtension } from '../files/posix-path';
import { isPackagedFile } from '../knowledge/packaged-files';
import type { Reason } from '../preflight/reason';
import { actionNameOf } from '../resolve/jail';
import { parseCall } from '../resolve/parameters';
import type { Setup } from '../resolve/setup';
import { splitCalls } from '../resolve/split-calls';
import { quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { argumentsFix, secondActionFix } from './call-fixes';
import type { Fix } from './fix';
import type { Jail, Model } from './model';
import { type GradedFinding, onePerPlace } from './one-per-place';
import { atText } from './place';
import { reasonsOf } from './reasons';

type ActionRule = 'action/bad-arguments' | 'action/not-found' | 'action/duplicate';

/**
 * What is wrong with the calls in the `action` of jails, one finding for each place: the reasons of the preflight, and notes on
 * disabled jails, at which fail2ban looks once they are enabled.
 */
export function actionFindings(model: Model, rule: ActionRule): readonly GradedFinding[] {
  const mend = (reason: Reason): Fix | undefined => {
    const jail = model.jails.find(each => each.name === reason.jail);
    if (jail === undefined || reason.mend !== undefined) return undefined;
    if (rule === 'action/bad-arguments') return argumentsFix(model, jail, 'action');
    return rule === 'action/duplicate' && reason.place.kind === 'text'
      ? secondActionFix(model, jail, reason.place.text)
      : undefined;
  };
  return onePerPlace(model.setup, [...reasonsOf(model, rule, mend), ...inDisabledJails(model, rule)]);
}

/** Only where the jail's own section in the admin's files sets `action`. */
function inDisabledJails(model: Model, rule: ActionRule): readonly GradedFinding[] {
  const { setup, jails } = model;
  return jails.flatMap(jail => {
    const setting = setup.jailFamily.sections.get(jail.name)?.get('action');
    if (jail.enabled || setting === undefined || isPackagedFile(setting.file.name)) return [];
    const result = jail.option('action')?.result;
    // a comment in the value is a fault of its own
    if (result?.kind !== 'text' || /\s#/.test(result.text.value)) return [];
    return faultsIn(setup, jail, result.text)
      .filter(fault => fault.rule === rule)
      .map(({ text, start, end, problem }) => {
        const fix = rule === 'action/bad-arguments' ? argumentsFix(model, jail, 'action') : undefined;
        return {
          at: atText(text, setting, start, end),
          message: `${problem} once it is enabled`,
          severity: 'info' as const,
          jail: jail.name,
          option: 'action',
          ...(fix && { fix }),
        };
      });
  });
}

interface CallFault {
  readonly rule: string;
  readonly text: Text;
  readonly start?: number;
  readonly end?: number;
  readonly problem: string;
}

function faultsIn(setup: Setup, jail: Jail, action: Text): readonly CallFault[] {
  const names = new Set<string>();
  const faults: CallFault[] = [];
  for (const item of splitCalls(action, setup.release)) {
    const parsed = parseCall(item, setup.release);
    if (parsed.kind === 'error') {
      const { start, end } = parsed.error;
      const problem = `the arguments of action ${quote(item.value)} are malformed; the jail is skipped`;
      faults.push({ rule: 'action/bad-arguments', text: item, start, end, problem });
      continue;
    }
    const { name, parameters } = parsed.call;
    const isPython = name.value.endsWith('.py');
    if (!exists(setup, name.value)) {
      const effect = isPython ? 'fail2ban will not start' : 'the jail is skipped';
      const problem = `there is no action ${quote(name.value)} in action.d; ${effect}`;
      faults.push({ rule: 'action/not-found', text: name, problem });
    }
    const given = parameters.get('actname')?.value ?? withoutExtension(name.value);
    const actionName = isPython ? given : actionNameOf(jail.name, name.value, parameters);
    if (names.has(actionName)) {
      const problem = `this jail has two actions named ${quote(actionName)}; fail2ban will not start`;
      faults.push({ rule: 'action/duplicate', text: item, problem });
    }
    names.add(actionName);
  }
  return faults;
}

function exists({ snapshot, loadFamily }: Setup, name: string): boolean {
  if (name.endsWith('.py')) return snapshot.entry(joinPath(`${snapshot.root}/action.d`, name)) !== undefined;
  if (name.includes('/')) return true;
  const { read, failures, skipped } = loadFamily(`action.d/${name}`);
  return read || failures.length > 0 || skipped.length > 0;
}
