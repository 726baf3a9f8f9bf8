import { existsSync } from 'node:fs';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../files/disk';
import { changeSettings, type Wish } from '../fix/change-settings';
import { createWorkbench } from '../fix/state';
import { suggestOption } from '../knowledge/misspelt-options';
import { isKnownOption } from '../knowledge/options';
import { changeText } from '../report/change-text';
import { effectiveOption } from '../resolve/effective';
import { sectionNames, splitSelector } from '../resolve/selector';
import type { Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import { changesOf, patchOf, recoverTree, writeTree } from './fix-trees';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { layBase } from './lay-base';
import { chooseRelease, type TreeOptions } from './read-setup';
import { defaultPath, findDirectory } from './trees';

export type ChangeVerb = 'set' | 'unset' | 'enable' | 'disable';

export interface ChangeOptions extends TreeOptions {
  readonly diff: boolean;
}

/**
 * `f2blint set|unset|enable|disable [PATH] …`: changes settings where that takes effect, with the proof that it does. What can't be
 * proven is a UserError, and nothing is written.
 */
export async function changeCommand(
  verb: ChangeVerb,
  args: readonly string[],
  options: ChangeOptions,
  io: Io,
): Promise<ExitCode> {
  const { path, words } = splitPath(verb, args);
  const directory = await findDirectory(path);
  if (!options.diff) recoverTree(directory, io);
  const snapshot = await layBase(diskSnapshot(directory), options);
  const { release } = chooseRelease(options, snapshot);
  const workbench = createWorkbench(snapshot, { release, rules, severities: new Map() });
  const { setup } = workbench.start.outcome;
  const wishes = words.map(word => readWish(setup, verb, word));
  const outcome = changeSettings(workbench, wishes);
  if (outcome.kind === 'refused') throw new UserError(`nothing was changed: ${outcome.why}`);
  const changes = changesOf(workbench, outcome.state);
  if (options.diff) io.write(patchOf(changes));
  else {
    writeTree(directory, changes, io);
    io.write(changeText(outcome));
  }
  return exitCode.clean;
}

/** The first argument is a path if it exists or contains `/`, and is no setting. */
function splitPath(verb: ChangeVerb, args: readonly string[]): { path: string; words: readonly string[] } {
  const [first = '', ...rest] = args;
  const name = first.split('=', 1)[0]!;
  const isPath = name.includes('/') || (!first.includes('=') && existsSync(first));
  const words = isPath ? rest : args;
  if (words.length === 0) {
    const example = { set: 'sshd.bantime=1h', unset: 'sshd.bantime', enable: 'sshd', disable: 'sshd' }[verb];
    throw new UserError(
      `what is to be ${verb === 'set' || verb === 'unset' ? verb : `${verb}d`}?`,
      `f2blint ${verb} ${example}`,
    );
  }
  return { path: isPath ? first : defaultPath(), words };
}

function readWish(setup: Setup, verb: ChangeVerb, word: string): Wish {
  if (verb === 'enable' || verb === 'disable')
    return { section: jailOf(setup, word), option: 'enabled', value: String(verb === 'enable') };
  const equals = word.indexOf('=');
  if (verb === 'set' && equals < 0)
    throw new UserError(`${word} has no value`, 'write it as JAIL.OPTION=VALUE');
  if (verb === 'unset' && equals >= 0)
    throw new UserError(`${word} has a value`, 'unset takes JAIL.OPTION; f2blint set gives a value');
  const name = verb === 'set' ? word.slice(0, equals) : word;
  const split = splitSelector(setup, name);
  if (split === undefined) {
    const dot = name.indexOf('.');
    if (dot < 0) throw new UserError(`${name} is no option of a jail`, 'write it as JAIL.OPTION');
    throw unknownJail(setup, name.slice(0, dot));
  }
  const { section, option } = split;
  checkOption(setup, section, option);
  return { section, option, value: verb === 'set' ? word.slice(equals + 1) : undefined };
}

function jailOf(setup: Setup, name: string): string {
  if (!sectionNames(setup).has(name)) throw unknownJail(setup, name);
  if (name !== 'DEFAULT') return name;
  throw new UserError('DEFAULT is no jail', 'name the jails');
}

function unknownJail(setup: Setup, name: string): UserError {
  const close = closestName(name, sectionNames(setup));
  return new UserError(
    `there is no jail ${name}`,
    close === undefined ? 'f2blint show lists them' : `did you mean ${close}?`,
  );
}

/** A name that nothing reads would have no effect. */
function checkOption(setup: Setup, section: string, option: string): void {
  if (isKnownOption('jail', option) || effectiveOption(setup.jailLookup, section, option) !== undefined)
    return;
  const meant = suggestOption('jail', option);
  throw new UserError(
    `${quote(option)} is no option of jails, and nothing reads it`,
    meant === undefined ? 'f2blint explain tells about an option' : `did you mean ${meant}?`,
  );
}
