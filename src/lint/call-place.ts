import { isPackagedFile } from '../knowledge/packaged-files';
import { effectiveOption } from '../resolve/effective';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { type Piece, piecesOf } from '../text/pieces';
import type { Text } from '../text/text';
import type { JailAction } from './jail-actions';
import type { Jail } from './model';
import { atSetting, atText, type Place } from './place';

/** An option that is asked for in a value: `%(action_mw)s`, `%(default/action_)s`. */
interface Reference {
  readonly start: number;
  readonly end: number;
  readonly setting: Setting;
  readonly text: Text;
}

/** Deeper ones are an error. */
const deepest = 10;

/**
 * Where an admin says that a jail has an action: the call as he wrote it, in `action` or in a variable it leads to; else his reference
 * to the packaged variable that holds the call (`%(action_mwl)s`), or what he made of one (`banaction = ufw`). Where he says nothing
 * the header of the jail's section, else the line that enables it.
 */
export function callPlace(setup: Setup, jail: Jail, { call, name }: JailAction): Place | undefined {
  const effective = jail.option('action');
  let setting = effective?.setting;
  let last: Place | undefined;
  for (let depth = 0; setting !== undefined && depth < deepest; depth++) {
    const references = referencesOf(setup, jail, setting);
    const isOwn = !isPackagedFile(setting.file.name);
    const whole = references.find(({ text }) => holds(text, call));
    if (whole !== undefined) {
      if (isOwn) last = atText(setting.text, setting, whole.start, whole.end);
      if (whole.setting === setting) break;
      setting = whole.setting;
      continue;
    }
    if (isOwn) return writtenCall(setting, call, references);
    break;
  }
  return (
    last ??
    namePlace(setup, name) ??
    jail.header() ??
    jail.place('enabled') ??
    (effective?.setting && atSetting(effective.setting))
  );
}

/** Where an admin wrote the name of an action, be it a part of it; else what `callPlace` gives. */
export function actionNamePlace(setup: Setup, jail: Jail, action: JailAction): Place | undefined {
  return namePlace(setup, action.name) ?? callPlace(setup, jail, action);
}

function namePlace({ sources }: Setup, name: Text): Place | undefined {
  const own = piecesOf(name).find(({ file }) => !isPackagedFile(sources(file)?.name ?? ''));
  return own && atText(name, undefined, own.at, own.at + own.length);
}

/** A call that is put together in a value: from its first reference or character to its last. */
function writtenCall(setting: Setting, call: Text, references: readonly Reference[]): Place {
  const { text } = setting;
  let start = text.value.length;
  let end = 0;
  for (const piece of piecesOf(call)) {
    const spot = references.find(reference => covers(reference.text, piece)) ?? spotOf(text, piece);
    if (spot === undefined) continue;
    start = Math.min(start, spot.start);
    end = Math.max(end, spot.end);
  }
  return start < end ? atText(text, setting, start, end) : atSetting(setting);
}

function spotOf(text: Text, piece: Piece): { start: number; end: number } | undefined {
  const own = piecesOf(text).find(each => isInside(each, piece));
  if (own === undefined) return undefined;
  const start = own.at + piece.start - own.start;
  return { start, end: start + piece.end - piece.start };
}

function holds(text: Text, call: Text): boolean {
  const pieces = piecesOf(call);
  return pieces.length > 0 && pieces.every(piece => covers(text, piece));
}

function covers(text: Text, piece: Piece): boolean {
  return piecesOf(text).some(each => isInside(each, piece));
}

function isInside(outer: Piece, { file, start, end }: Piece): boolean {
  return outer.file === file && outer.start <= start && end <= outer.end;
}

/** What a value of a jail asks for; references that lead nowhere are left out. */
function referencesOf(setup: Setup, jail: Jail, { text }: Setting): readonly Reference[] {
  const found: Reference[] = [];
  for (const match of text.value.matchAll(/%\(([^()%\n]{1,100})\)s/g)) {
    const [section, name] = splitName(match[1]!, jail.name);
    const option =
      section === jail.name ? jail.option(name) : effectiveOption(setup.enabledJailLookup, section, name);
    if (option?.setting === undefined || option.result.kind !== 'text') continue;
    const { setting, result } = option;
    found.push({ start: match.index, end: match.index + match[0].length, setting, text: result.text });
  }
  return found;
}

function splitName(reference: string, jail: string): [section: string, option: string] {
  const slash = reference.lastIndexOf('/');
  if (slash < 0) return [jail, reference.toLowerCase()];
  const section = reference.slice(0, slash);
  const option = reference.slice(slash + 1).toLowerCase();
  const kind = section.toLowerCase();
  return [kind === 'default' ? 'DEFAULT' : kind === 'known' ? `KNOWN/${jail}` : section, option];
}

/** The names a value of a jail asks for, and those that these ask for in turn; without sections. */
export function namesAskedFor(setup: Setup, jail: Jail, option: string): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Setting>();
  const waiting = [jail.option(option)?.setting];
  while (waiting.length > 0) {
    const setting = waiting.pop();
    if (setting === undefined || seen.has(setting)) continue;
    seen.add(setting);
    for (const reference of referencesOf(setup, jail, setting)) {
      names.add(reference.setting.key);
      waiting.push(reference.setting);
    }
  }
  return names;
}
