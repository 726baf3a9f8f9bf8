import { type ActionKind, stockActionKind } from '../knowledge/actions';
import type { Family } from '../resolve/family';
import { type ActionUse, actionTexts } from '../resolve/jail';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { madeText, replaceAll, type Text } from '../text/text';
import { type ShellCommand, shellCommands } from '../values/shell/commands';
import { kindOfCommands } from './action-kind';

/** What an option of an action makes the shell do. */
export interface ActionScript {
  /** Tags that only fail2ban itself can fill in (`<ip>`, `<matches>`) are left. Empty where there is nothing to run. */
  readonly text: Text;
  readonly commands: readonly ShellCommand[];
}

/** An action as a jail has it, or as it stands in action.d if none has it. Nothing is worked out before it is asked for. */
export interface JailAction {
  /** As the jail calls it: `iptables-multiport`, `smtp.py`. */
  readonly name: Text;
  /** The whole call: `iptables-multiport[port="ssh"]`. */
  readonly call: Text;
  /** What the call passes. */
  readonly parameters: ReadonlyMap<string, Text>;
  /** What it is for; undefined where nobody can tell. */
  readonly kind: ActionKind | undefined;
  /** Its files; undefined for one in Python, of which nothing further is known. */
  readonly family: Family | undefined;
  /** An option of `[Definition]` or a parameter, those of `[Init]` included, with its tags replaced. */
  text(name: string): Text | undefined;
  /** The line that sets an option of `[Definition]`. */
  setting(option: string): Setting | undefined;
  script(option: string, family?: AddressFamily): ActionScript;
}

export type AddressFamily = 'inet4' | 'inet6';

/** An action of a jail. */
export function jailAction(use: ActionUse): JailAction {
  if (use.kind === 'command')
    return createAction(use.name, use.call, use.parameters, use.family, () => use.texts);
  const { name, call, parameters } = use;
  return {
    name,
    call,
    parameters,
    kind: stockActionKind(name.value),
    family: undefined,
    text: parameter => parameters.get(parameter),
    setting: () => undefined,
    script: () => noScript,
  };
}

/** An action of action.d with no more than its files say. */
export function actionAlone(setup: Setup, name: string): JailAction {
  const family = setup.loadFamily(`action.d/${name}`);
  let texts: ReadonlyMap<string, Text | undefined> | undefined;
  return createAction(madeText(name), madeText(name), new Map(), family, () => {
    texts ??= actionTexts(family, setup.release);
    return texts;
  });
}

function createAction(
  name: Text,
  call: Text,
  parameters: ReadonlyMap<string, Text>,
  family: Family,
  texts: () => ReadonlyMap<string, Text | undefined>,
): JailAction {
  const setting = (option: string) =>
    family.sections.get('Definition')?.get(option) ?? family.defaults.get(option);
  function script(option: string, addresses: AddressFamily = 'inet4'): ActionScript {
    const text = texts().get(option);
    if (text === undefined || text.value === '') return noScript;
    const filled = fillConditional(text, texts(), addresses);
    let commands: readonly ShellCommand[] | undefined;
    return {
      text: filled,
      get commands() {
        commands ??= shellCommands(filled.value);
        return commands;
      },
    };
  }
  return {
    name,
    call,
    parameters,
    family,
    setting,
    text: option => texts().get(option),
    script,
    get kind() {
      const isStock = setting('actionban')?.file.name.endsWith('.conf') !== false;
      const stock = isStock ? stockActionKind(name.value) : undefined;
      return (
        stock ??
        kindOf(family, () => kindOfCommands(script('actionban').commands, script('actionstart').commands))
      );
    },
  };
}

const noScript: ActionScript = { text: madeText(''), commands: [] };

/** An action many jails use is looked at once. */
const kinds = new WeakMap<Family, { readonly kind: ActionKind | undefined }>();

function kindOf(family: Family, find: () => ActionKind | undefined): ActionKind | undefined {
  const known = kinds.get(family) ?? { kind: find() };
  kinds.set(family, known);
  return known.kind;
}

/** Nobody nests them deeper. */
const mostRounds = 5;

/**
 * Fills in what an action has in two forms, one in `[Init]` and one in `[Init?family=inet6]`; fail2ban does that when it bans
 * (`replaceTag` of server/action.py).
 */
function fillConditional(
  text: Text,
  texts: ReadonlyMap<string, Text | undefined>,
  family: AddressFamily,
): Text {
  let filled = text;
  for (let round = 0; round < mostRounds; round++) {
    const tags = new Set(filled.value.match(/<[^ <>]+>/g));
    const before = filled;
    for (const tag of tags) {
      const name = tag.slice(1, -1);
      if (!texts.has(`${name}?family=inet6`) && !texts.has(`${name}?family=inet4`)) continue;
      const value = texts.get(`${name}?family=${family}`) ?? texts.get(name);
      if (value !== undefined) filled = replaceAll(filled, tag, value);
    }
    if (filled === before || filled.value.length > 100_000) break;
  }
  return filled;
}
