import kleur from 'kleur';
import type { Severity } from '../lint/finding';

type Paint = (text: string) => string;

/** Colours for one stream; kleur itself only knows standard output. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const plain: Paint = text => text;
const painted =
  (paint: Paint): Paint =>
  text => {
    kleur.enabled = true;
    return paint(text);
  };

/** Colours, or texts as they are. */
export function createPalette(enabled: boolean): Palette {
  const use = (paint: Paint) => (enabled ? painted(paint) : plain);
  return {
    bold: use(kleur.bold),
    dim: use(kleur.gray),
    place: use(kleur.cyan),
    severity: { error: use(kleur.red), warning: use(kleur.yellow), info: use(kleur.blue) },
  };
}
