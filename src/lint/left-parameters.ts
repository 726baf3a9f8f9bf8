import type { ActionUse } from '../resolve/jail';
import { settingOf } from '../resolve/merge';
import type { Setting } from '../resolve/setting';
import { optionAt } from '../syntax/option-at';
import { piecesOf } from '../text/pieces';
import type { Text } from '../text/text';
import { isMailPlaceholder, isSecretPlaceholder } from '../values/placeholders';
import type { Model } from './model';

/** A mail address or a secret of an action that is still as a guide or manual had it. */
export interface LeftParameter {
  readonly name: string;
  readonly text: Text;
  readonly setting: Setting | undefined;
  /** Whether an action of an enabled jail uses it. */
  readonly isUsed: boolean;
  readonly isMail: boolean;
}

const mailName = /^(?:destemail|dest|sender|mailto|mail_to|recipient|to_email|email)$/;
const secretName = /^(?:cfuser|cfemail|.*(?:api_?key|token|secret|webhook|passwd|password))$/;

type Wanted = 'mail' | 'secret' | undefined;

/** By name; the parameters of most jails have the same ones. */
const wantedByName = new Map<string, Wanted>();

/** What an option or parameter of a name should hold; undefined for all that is neither. */
function wantedIn(name: string): Wanted {
  if (!wantedByName.has(name))
    wantedByName.set(name, mailName.test(name) ? 'mail' : secretName.test(name) ? 'secret' : undefined);
  return wantedByName.get(name);
}

/** Placeholders that actions of enabled jails use, then those that stand in any file. The same may come up several times. */
export function leftParameters(model: Model): readonly LeftParameter[] {
  const used = model.jails.flatMap(({ reading }) => reading.actions.flatMap(ofAction));
  return [
    ...used.map(each => underItsName(model, each)),
    ...model.written.flatMap(({ file, kind }) =>
      kind !== 'jail' && kind !== 'action'
        ? []
        : file.tree.sections.flatMap(section =>
            section.options.flatMap(option => {
              if (wantedIn(option.key) === undefined) return [];
              const setting = settingOf(file, section, option);
              return left(option.key, setting.text, setting, false);
            }),
          ),
    ),
  ];
}

function ofAction(action: ActionUse): readonly LeftParameter[] {
  if (action.kind === 'python') {
    return [...action.parameters].flatMap(([name, text]) => left(name, text, undefined, true));
  }
  const { texts, family } = action;
  const found: LeftParameter[] = [];
  texts.forEach((text, name) => {
    if (text === undefined || wantedIn(name) === undefined || /^(?:action|known\/)/.test(name)) return;
    const setting = family.sections.get('Init')?.get(name);
    for (const each of left(name, text, setting, false))
      found.push({ ...each, isUsed: isInCommands(action, text) });
  });
  return found;
}

/** `destemail` where that is what `dest` was given. */
function underItsName({ setup }: Model, parameter: LeftParameter): LeftParameter {
  const [piece] = piecesOf(parameter.text);
  const tree = piece && setup.sources(piece.file)?.tree;
  const key = piece && tree && optionAt(tree, piece.start)?.key;
  return key !== undefined && wantedIn(key) !== undefined ? { ...parameter, name: key } : parameter;
}

function isInCommands({ texts }: Extract<ActionUse, { kind: 'command' }>, text: Text): boolean {
  return [...texts].some(
    ([name, command]) => name.startsWith('action') && command?.value.includes(text.value),
  );
}

function left(
  name: string,
  text: Text,
  setting: Setting | undefined,
  isUsed: boolean,
): readonly LeftParameter[] {
  const wanted = wantedIn(name);
  if (wanted === undefined) return [];
  const isMail = wanted === 'mail';
  const isLeft = isMail ? isMailPlaceholder(text.value) : isSecretPlaceholder(text.value);
  return isLeft ? [{ name, text, setting, isUsed, isMail }] : [];
}
