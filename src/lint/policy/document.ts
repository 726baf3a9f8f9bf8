import { filterName } from '../jail-bans';
import type { Jail, Model } from '../model';
import { listOf } from './list-values';
import { normalValue, type PolicyValue } from './normal-value';

/** The effective configuration in normal units, as a policy's schema sees it (docs/policy.md). */
export interface PolicyDocument {
  readonly jails: Readonly<Record<string, Readonly<Record<string, PolicyValue>>>>;
  readonly fail2ban: Readonly<Record<string, PolicyValue>>;
}

/** The document of a configuration. What can't be put together or is no value of its kind is left out. */
export function policyDocument(model: Model): PolicyDocument {
  return {
    jails: Object.fromEntries(model.jails.map(jail => [jail.name, jailDocument(model, jail)])),
    fail2ban: daemonDocument(model),
  };
}

/** What the server takes where nothing sets them (server/jail.py, failmanager.py, banmanager.py, filter.py). */
const serverDefaults: readonly (readonly [string, PolicyValue])[] = [
  ['bantime', 600],
  ['findtime', 600],
  ['maxretry', 3],
  ['bantime.increment', false],
  ['ignoreself', true],
  ['ignoreip', []],
];

/** Names that stand in the document under another one, or in another shape. */
const lists = ['ignoreip', 'port', 'logpath'] as const;
const shaped: ReadonlySet<string> = new Set(['enabled', 'filter', 'action', ...lists]);

function jailDocument({ setup }: Model, jail: Jail): Readonly<Record<string, PolicyValue>> {
  const { merged } = setup.enabledJailLookup;
  const values = new Map<string, PolicyValue>(serverDefaults);
  for (const name of [...merged.defaults.keys(), ...(merged.sections.get(jail.name)?.keys() ?? [])]) {
    if (shaped.has(name)) continue;
    const text = jail.text(name);
    const value = text === undefined ? undefined : normalValue(name, text);
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  values.set('enabled', jail.enabled);
  values.set('filter', {
    name: filterName(jail),
    mode: jail.reading.filter?.parameters.get('mode')?.value ?? jail.text('mode') ?? 'normal',
  });
  if (jail.enabled)
    values.set(
      'actions',
      jail.actions.map(action => action.name.value),
    );
  for (const name of lists) {
    if (jail.option(name) === undefined) continue;
    const elements = listOf(jail, name, setup.release);
    if (elements === undefined) values.delete(name);
    else
      values.set(
        name,
        elements.map(({ value }) => (name === 'port' ? value.toLowerCase() : value)),
      );
  }
  return Object.fromEntries(values);
}

function daemonDocument({ setup: { daemon } }: Model): Readonly<Record<string, PolicyValue>> {
  const values = new Map<string, PolicyValue>();
  for (const { name, value } of daemon.options.values()) {
    const text = value.kind === 'nothing' ? undefined : value.text.value;
    const normal = text === undefined ? undefined : normalValue(name, text);
    if (normal !== undefined) values.set(name, name === 'loglevel' ? String(normal).toUpperCase() : normal);
  }
  return Object.fromEntries(values);
}
