import { isPackagedFile } from '../knowledge/packaged-files';
import { actionOptions } from '../knowledge/reader-options';
import { piecesBetween } from '../text/pieces';
import type { Text } from '../text/text';
import { type ShellCommand, shellCommands } from '../values/shell/commands';
import type { ShellWord } from '../values/shell/words';
import { definedActions } from './defined-actions';
import type { Model } from './model';
import { atText, type Place } from './place';
import type { Use } from './use';
import { valuesOf } from './used-values';

/** A program that fail2ban runs as root from where others than root may put another in its place. */
export interface ReplaceableScript {
  readonly place: Place;
  readonly path: string;
  /** `/home`, `/tmp`. */
  readonly directory: string;
  /** `ignorecommand`, or the action that runs it. */
  readonly option: string;
  readonly action: string | undefined;
  readonly jail: string | undefined;
  readonly use: Use;
}

const open = /^\/+(?:tmp|var\/tmp|dev\/shm|home|var\/www|srv\/www)(?=\/)/;
const mayBeOpen = /\/(?:tmp|dev\/shm|home|www)\//;
const runners = /^(?:(?:ba|da|a|z|k)?sh|python[\d.]*|perl|ruby|php[\d.]*|node|lua|expect|\.|source)$/;

/** The programs of `ignorecommand` and of actions that lie below directories of users. */
export function replaceableScripts(model: Model): readonly ReplaceableScript[] {
  const found = [...ofIgnoreCommand(model), ...ofActions(model), ...inPython(model)];
  // `%(fail2ban_confpath)s` in a tree that only lies there to be looked at
  return found.filter(({ path }) => !path.startsWith(`${model.setup.snapshot.root}/`));
}

function ofIgnoreCommand(model: Model): readonly ReplaceableScript[] {
  return valuesOf(model, 'ignorecommand').flatMap(({ text, setting, jail, use }) =>
    scriptsIn(shellCommands(text.value)).map(({ word, path, directory }) => {
      const place = atText(text, setting, word.start, word.end);
      return { place, path, directory, option: 'ignorecommand', action: undefined, jail: jail?.name, use };
    }),
  );
}

function ofActions(model: Model): readonly ReplaceableScript[] {
  // what is called with a script may have it from the jail
  const isAsked = model.jails.some(jail => jail.actions.some(({ call }) => mayBeOpen.test(call.value)));
  const mayRun = ({ text }: { readonly text: string }) => isAsked || mayBeOpen.test(text);
  return definedActions(model, mayRun).flatMap(({ action, use, jails }) =>
    actionOptions.flatMap(({ name: option }) => {
      const { text, commands } = action.script(option);
      return scriptsIn(commands).flatMap(({ word, path, directory }) => {
        if (isPackaged(model, text, word)) return [];
        const place = atText(text, action.setting(option), word.start, word.end);
        const jail = jails.length === 1 ? jails[0]!.name : undefined;
        return [{ place, path, directory, option, action: action.name.value, jail, use }];
      });
    }),
  );
}

/** An action in Python may be named by its path. */
function inPython({ jails }: Model): readonly ReplaceableScript[] {
  return jails.flatMap(jail =>
    jail.reading.actions.flatMap(({ kind, name }) => {
      const [directory] = (kind === 'python' && open.exec(name.value)) || [];
      if (directory === undefined) return [];
      const place = atText(name, jail.option('action')?.setting);
      const of = { option: 'action', action: undefined, jail: jail.name, use: 'used' as const };
      return [{ place, path: name.value, directory, ...of }];
    }),
  );
}

interface Script {
  readonly word: ShellWord;
  readonly path: string;
  readonly directory: string;
}

/** What commands run: the program itself, or the script that is given to a shell or an interpreter. */
function scriptsIn(commands: readonly ShellCommand[]): readonly Script[] {
  return commands.flatMap(({ program, words }) => {
    const [first, ...rest] = words;
    const given = runners.test(program) ? rest.find(({ value }) => !value.startsWith('-')) : undefined;
    return [first, given].flatMap(word => {
      const [directory] = open.exec(word?.value ?? '') ?? [];
      return word === undefined || directory === undefined ? [] : [{ word, path: word.value, directory }];
    });
  });
}

function isPackaged({ setup }: Model, text: Text, { start, end }: ShellWord): boolean {
  const pieces = piecesBetween(text, start, end);
  return pieces.length > 0 && pieces.every(({ file }) => isPackagedFile(setup.sources(file)?.name ?? ''));
}
