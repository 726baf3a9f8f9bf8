import { directoryOf, joinPath } from '../files/posix-path';
import { isPackagedFile } from '../knowledge/packaged-files';
import { isAtLeast } from '../knowledge/release';
import type { InterpolationError } from '../resolve/interpolate';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { optionAt } from '../syntax/option-at';
import { closestName } from '../text/closest-name';
import { piecesBetween } from '../text/pieces';
import { lineEndOf } from '../text/whole-lines';
import type { Fix } from './fix';
import { changesOfFile, removeOption, replaceText, replaceWritten } from './make-fix';
import type { Model } from './model';
import { atSpan } from './place';
import { setElsewhere } from './set-elsewhere';
import type { ValueError } from './value-errors';

/** Variables that later releases no longer set, and what stands for the same there. */
const moved: ReadonlyMap<string, string> = new Map([
  ['ignorecommands_dir', '%(fail2ban_confpath)s/filter.d/ignorecommands'],
]);

/** The fix for a reference `%(name)s` that leads nowhere. */
export function referenceFix(model: Model, { error, setting }: ValueError, option: string): Fix | undefined {
  const { setup } = model;
  const { kind, name, text, start, end } = error;
  const write = (by: string, decision?: string): Fix | undefined => {
    const fix = replaceWritten(setup, `write ${by}`, text, by, start, end);
    return fix && { ...fix, ...(decision !== undefined && { decision }) };
  };
  const names = new Set(error.names());
  if (kind === 'depth' && name === option) {
    // where another option asks for it the text stands elsewhere
    const known = setting?.text === text ? earlierValue(setup, setting) : undefined;
    return known === undefined ? undefined : write(`%(${known})s`, `which ${name} is meant`);
  }
  if (kind !== 'missing') return undefined;
  const isCapital = name.includes('/') && text.value.slice(start + 2, end - 2) !== name;
  if (isCapital) return write(`%(${name})s`);
  const replacement = isAtLeast(setup.release, '1.0') ? moved.get(name) : undefined;
  if (replacement !== undefined) return write(replacement);
  const meant = closestName(name, names);
  if (meant !== undefined) return write(`%(${meant})s`, 'which variable is meant');
  return includeSetter(model, error) ?? withoutLine(setup, error) ?? (setting && toPackaged(setting, error));
}

/** The name of the value that a setting replaces; `known/` finds none in `[DEFAULT]`. */
function earlierValue({ jailFamily }: Setup, { key, section, overrides, file }: Setting): string | undefined {
  if (section === 'DEFAULT') return undefined;
  if (overrides !== undefined && overrides.file !== file) return `known/${key}`;
  return jailFamily.sections.has(section) && jailFamily.defaults.has(key) ? `default/${key}` : undefined;
}

/** Includes the file that sets the name, in a file that includes none. */
function includeSetter(model: Model, error: InterpolationError): Fix | undefined {
  const { sources, snapshot } = model.setup;
  const setter = setElsewhere(model, error);
  const [piece] = piecesBetween(error.text, error.start, error.end);
  const [file, source] = [piece?.file, setter && joinPath(snapshot.root, setter)].map(
    path => path && sources(path),
  );
  if (!file || !source || directoryOf(file.path) !== directoryOf(source.path)) return undefined;
  const [first] = file.tree.sections;
  if (first === undefined || file.tree.sections.some(section => section.name === 'INCLUDES'))
    return undefined;
  const name = source.path.slice(directoryOf(source.path).length + 1);
  const end = lineEndOf(file.text);
  const { start } = first.header;
  const lines = `[INCLUDES]${end}before = ${name}${end}${end}`;
  return {
    title: `include ${name}`,
    edits: [{ kind: 'replace', at: atSpan(file, { start, end: start }), text: lines }],
    changes: [{ section: 'INCLUDES' }, ...changesOfFile(undefined, source, () => true)],
    decision: `which file sets ${error.name}`,
  };
}

/** An action less, where it has a line of its own behind another one. */
function withoutLine(setup: Setup, { text, start, end }: InterpolationError): Fix | undefined {
  const [piece] = piecesBetween(text, start, end);
  const file = piece && setup.sources(piece.file);
  const option = piece && file && optionAt(file.tree, piece.start);
  const line = option?.valueLines.slice(1).find(each => each.start === piece?.start);
  if (file === undefined || line === undefined || option?.key !== 'action') return undefined;
  if (line.end - line.start !== end - start) return undefined;
  const at = atSpan(file, line);
  const { changes } = replaceText(setup, 'delete this line', at, '');
  return {
    title: 'delete this line',
    edits: [{ kind: 'remove-lines', at }],
    changes,
    decision: 'whether the action is needed',
  };
}

/** An admin's line goes where the package has a value for the same. */
function toPackaged(setting: Setting, { text }: InterpolationError): Fix | undefined {
  const { key, overrides, file } = setting;
  if (overrides === undefined || !isPackagedFile(overrides.file.name) || isPackagedFile(file.name))
    return undefined;
  if (setting.text !== text) return undefined;
  const fix = removeOption(`delete this line, so that the packaged ${key} holds`, setting);
  return { ...fix, decision: `which ${key} is meant` };
}
