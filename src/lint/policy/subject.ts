import { isPackagedFile } from '../../knowledge/packaged-files';
import { effectiveOption } from '../../resolve/effective';
import type { Setting } from '../../resolve/setting';
import type { Setup } from '../../resolve/setup';
import type { Jail, Model } from '../model';
import { atFile, atSetting, atSpan, atText, type Place } from '../place';
import { listOf } from './list-values';
import type { Violation } from './violation';

/** What a violation is about, and where that stands. */
export interface Subject {
  /** Undefined for the daemon, all jails together and a jail there is none of. */
  readonly jail: Jail | undefined;
  /** As it is called in the document; undefined where it is about a whole jail, or all. */
  readonly option: string | undefined;
  readonly setting: Setting | undefined;
  readonly place: Place | undefined;
}

/** Finds what a violation is about; undefined where a fault of the value itself, which another rule reports, is behind it. */
export function subjectOf(model: Model, { path, name, keyword }: Violation): Subject | undefined {
  const [part, first, second, third] = name === undefined ? path : [...path, name];
  const isMissing = path.length === 2 && /^(?:required|dependentRequired|dependencies)$/.test(keyword);
  if (part === 'fail2ban' && first !== undefined) return daemonSubject(model.setup, first);
  const jail = part === 'jails' ? model.jails.find(each => each.name === first) : undefined;
  if (jail === undefined) {
    return { jail, option: undefined, setting: undefined, place: startOfFiles(model.setup) };
  }
  const option = second === undefined ? undefined : jail.option(sourceName(second));
  if (option !== undefined && isMissing) return undefined;
  const setting = option?.setting;
  return {
    jail,
    option: second,
    setting,
    place: placeOf(model, jail, sourceName(second ?? 'enabled'), setting, third),
  };
}

/** The option a name of the document is made from. */
function sourceName(name: string): string {
  return name === 'actions' ? 'action' : name;
}

function placeOf(
  model: Model,
  jail: Jail,
  option: string,
  setting: Setting | undefined,
  element: string | undefined,
): Place | undefined {
  if (setting !== undefined && !isPackagedFile(setting.file.name)) {
    const text = listOf(jail, option, model.setup.release)?.[Number(element)];
    return text === undefined ? atSetting(setting) : atText(text, setting);
  }
  return jail.place(option) ?? jail.header() ?? jail.place('enabled') ?? startOfFiles(model.setup);
}

function daemonSubject(setup: Setup, option: string): Subject {
  const { family } = setup.daemon;
  const setting = effectiveOption({ merged: family }, 'Definition', option)?.setting;
  const file = family.files.at(-1);
  const section = file?.tree.sections.findLast(each => each.name === 'Definition');
  const header = file && (section === undefined ? atFile(file) : atSpan(file, section.header));
  return {
    jail: undefined,
    option,
    setting,
    place: setting === undefined ? (header ?? startOfFiles(setup)) : atSetting(setting),
  };
}

/** Where something about all of it stands: the first line of the file of jails that is read last. */
function startOfFiles({ jailFamily, daemon }: Setup): Place | undefined {
  const file = jailFamily.files.at(-1) ?? daemon.family.files.at(-1);
  return file && atFile(file);
}
