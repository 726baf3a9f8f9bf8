import type { Severity } from '../lint/finding';

export type Paint = (text: string) => string;

/** Colours for one stream. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const plain: Paint = text => text;

/** Texts as they are. */
export const plainPalette: Palette = {
  bold: plain,
  dim: plain,
  place: plain,
  severity: { error: plain, warning: plain, info: plain },
};
