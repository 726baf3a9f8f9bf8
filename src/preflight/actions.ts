import { joinPath } from '../files/posix-path';
import { describeReplacement, removedName } from '../knowledge/removed-names';
import { argumentText } from '../resolve/argument';
import type { Argument, Command } from '../resolve/command';
import type { ActionUse } from '../resolve/jail';
import type { Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { excerpt, quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { readPythonSource } from './python-source';
import { accepted, type Refusal } from './refusal';
import { checkTime } from './times';

/** `addaction NAME`: each name once per jail (server/actions.py). */
export function checkActionName(
  name: string,
  known: ReadonlySet<string>,
  text: Text | undefined,
): readonly Refusal[] {
  if (!known.has(name)) return accepted;
  return [
    {
      code: 'duplicate-action',
      rule: 'action/duplicate',
      message: `this jail has two actions named ${quote(name)}`,
      advice: 'remove one of them, or give it another name with [actname=…]',
      ...(text && { text }),
    },
  ];
}

/** An action written in Python (`_load_python_module` of server/actions.py). Its code is looked at, never run. */
export function checkPythonAction(setup: Setup, use: ActionUse & { kind: 'python' }): readonly Refusal[] {
  const { name, parameters, call } = use;
  const entry = setup.snapshot.entry(joinPath(`${setup.snapshot.root}/action.d`, name.value));
  const quoted = excerpt(name.value);
  const removed = entry === undefined ? removedName('action', name.value, setup.release) : undefined;
  if (removed !== undefined) {
    return [
      {
        code: 'python-action',
        rule: 'upgrade/removed-name',
        message: `action ${quoted} was removed in fail2ban ${removed.release}`,
        advice: describeReplacement(removed),
        text: name,
      },
    ];
  }
  if (entry?.kind !== 'text') {
    const problem = entry === undefined ? 'does not exist' : 'is no file fail2ban can read';
    return [
      {
        code: 'python-action',
        rule: 'action/not-found',
        message: `action ${quoted}: action.d/${quoted} ${problem}`,
        advice: 'write the name of a file in action.d',
        text: name,
      },
    ];
  }
  const { isClosed, hasAction, init } = readPythonSource(entry.text);
  if (!isClosed || !hasAction) {
    return [
      {
        code: 'python-action',
        rule: 'action/bad-python',
        message: `action ${quoted}: action.d/${quoted} ${isClosed ? 'has no class Action' : "is no Python, its brackets don't match"}`,
        text: name,
      },
    ];
  }
  // fail2ban itself gives the first three: the object, the jail and the name
  const own = init?.parameters ?? [];
  const optional = init === undefined ? [] : own.slice(3);
  const refusals: Refusal[] = [];
  for (const [key, text] of parameters) {
    if (key === 'actname') continue;
    const reserved =
      own.slice(0, 3).some(each => each.name === key) ||
      (init === undefined && /^(?:self|jail|name)$/.test(key));
    if (!reserved && (init?.takesAny || optional.some(each => each.name === key))) continue;
    const close = closestName(
      key,
      optional.map(each => each.name),
    );
    refusals.push({
      code: 'python-action-arguments',
      rule: 'action/bad-arguments',
      message: `action ${quoted} takes no argument ${quote(key)}`,
      ...(close !== undefined && {
        advice: `did you mean ${close}?`,
        mend: { ...keySpan(call, key), by: close, decision: 'which argument is meant' },
      }),
      text: text.value === '' ? name : text,
    });
  }
  for (const { name: missing, required } of optional) {
    if (!required || parameters.has(missing)) continue;
    refusals.push({
      code: 'python-action-arguments',
      rule: 'action/bad-arguments',
      message: `action ${quoted} needs an argument "${missing}"`,
      advice: `write ${quoted}[${missing}=…]`,
      text: name,
    });
  }
  return refusals;
}

/** Where a call names an argument. */
function keySpan(
  call: Text,
  key: string,
): { readonly text: Text; readonly start: number; readonly end: number } {
  const found = call.value.search(new RegExp(`(?<=[[,\\s])${key.replace(/[^\w-]/g, '.')}=`));
  const start = Math.max(0, found);
  return { text: call, start, end: start + key.length };
}

/** What an action has as functions (server/action.py): a parameter of that name would be called, not set. */
const functions: ReadonlySet<string> = new Set(
  (
    'ban clearAllParams consistencyCheck escapeTag executeCmd flush invalidateBanEpoch prolong reban reload ' +
    'replaceDynamicTags replaceTag start stop unban _executeOperation _getOperation _invariantCheck _operationExecuted ' +
    '_processCmd _start _stop __class__ __delattr__ __dir__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ ' +
    '__hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ ' +
    '__setitem__ __sizeof__ __str__ __subclasshook__'
  ).split(' '),
);

/** `action NAME KEY VALUE`: only `timeout` is looked at (`CommandAction` of server/action.py). */
export function checkActionSetting(action: string, key: string, value: Argument): readonly Refusal[] {
  const text = argumentText(value);
  if (key === 'timeout' && text !== undefined) {
    return checkTime(`timeout of action ${excerpt(action)}`, text.value).map(each => ({ ...each, text }));
  }
  if (!functions.has(key) || (text !== undefined && isJsonObject(text.value))) return accepted;
  return [
    {
      code: 'action-parameter',
      rule: 'action/reserved-parameter',
      message: `action ${excerpt(action)} can't have a parameter "${key}": fail2ban has a function of that name`,
      advice: 'give the parameter another name',
      ...(text && { text }),
    },
  ];
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The pairs of `multi-set JAIL action NAME [[KEY, VALUE], …]`, or the one of `set JAIL action NAME KEY VALUE`. */
export function actionSettings(command: Command): readonly (readonly [string, Argument])[] {
  if (command[0] === 'set') return [[String(command[4]), command[5] ?? null]];
  return (command[4] as readonly (readonly [string, Argument])[]) ?? [];
}
