import kleur from 'kleur';
import { type Paint, type Palette, plainPalette } from './palette';

/** kleur itself only knows standard output, and whether colour is wanted is known by then. */
const painted =
  (paint: Paint): Paint =>
  text => {
    kleur.enabled = true;
    return paint(text);
  };

export const colorPalette: Palette = {
  ...plainPalette,
  bold: painted(kleur.bold),
  dim: painted(kleur.gray),
  place: painted(kleur.cyan),
  severity: { error: painted(kleur.red), warning: painted(kleur.yellow), info: painted(kleur.blue) },
};
