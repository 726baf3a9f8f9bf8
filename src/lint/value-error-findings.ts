import type { InterpolationError } from '../resolve/interpolate';
import { optionAt } from '../syntax/option-at';
import { piecesBetween } from '../text/pieces';
import type { Fix } from './fix';
import type { Model } from './model';
import { type GradedFinding, onePerPlace } from './one-per-place';
import { atSetting, atText } from './place';
import { gradeByUse, onceUsed, type Use } from './use';
import type { ValueError } from './value-errors';

/**
 * Findings about values that can't be put together, one for each place where a fault is written however many options it reaches.
 * `describe` gives the words for an error in the text of `option`, undefined for one that isn't wanted; `mend` its fix.
 */
export function valueErrorFindings(
  model: Model,
  describe: (error: InterpolationError, option: string) => string | undefined,
  mend: (error: ValueError, option: string) => Fix | undefined = () => undefined,
): readonly GradedFinding[] {
  const findings = model.valueErrors.flatMap(valueError => {
    const written = writtenIn(model, valueError);
    const option = written?.key ?? valueError.option;
    const message = describe(valueError.error, option);
    if (message === undefined) return [];
    const { error, setting, jail, effect } = valueError;
    const use: Use = effect === 'fatal' ? 'used' : effect;
    const asker =
      setting === undefined || written === undefined || setting.option === written ? undefined : setting;
    const fix = mend(valueError, option);
    const finding: GradedFinding = {
      at: atText(error.text, setting, error.start, error.end),
      message: `${message}; fail2ban will not start${onceUsed(use)}`,
      severity: gradeByUse(use, 'error'),
      option,
      ...(jail !== undefined && { jail }),
      ...(fix && { fix }),
      ...(asker && {
        related: [{ at: atSetting(asker), message: `"${asker.key}" of [${asker.section}] asks for it` }],
      }),
    };
    return [finding];
  });
  return onePerPlace(model.setup, findings);
}

/** The option in whose text the fault stands; undefined where that can't be told. */
function writtenIn({ setup }: Model, { error }: ValueError) {
  const [piece] = piecesBetween(error.text, error.start, error.end);
  const file = piece && setup.sources(piece.file);
  return piece && file && optionAt(file.tree, piece.start);
}
