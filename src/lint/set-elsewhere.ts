import type { InterpolationError } from '../resolve/interpolate';
import { piecesBetween } from '../text/pieces';
import type { Model } from './model';

/**
 * Where a name that is missing in a filter or action is set: the name of a file that could be included. Of several files only a
 * `…common.conf` counts, as the others set their own.
 */
export function setElsewhere(
  model: Model,
  { name, text, start, end }: InterpolationError,
): string | undefined {
  const files = model.allFiles();
  const [piece] = piecesBetween(text, start, end);
  const kind = files.find(each => each.file.path === piece?.file)?.kind;
  if (kind !== 'filter' && kind !== 'action') return undefined;
  const setting = files.flatMap(({ file, kind: other }) => {
    const options = other === kind ? file.tree.sections.flatMap(section => section.options) : [];
    return options.some(option => option.key === name) ? [file.name] : [];
  });
  return (
    setting.find(file => file.endsWith('common.conf')) ?? (setting.length === 1 ? setting[0] : undefined)
  );
}
