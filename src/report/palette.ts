import type { Severity } from '../lint/finding';

export type Paint = (text: string) => string;

/** Colours and links for one stream. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** A text that leads to a page where the terminal has links. */
  readonly link: (text: string, url: string) => string;
}

const plain: Paint = text => text;

/** Texts as they are. */
export const plainPalette: Palette = {
  bold: plain,
  dim: plain,
  place: plain,
  severity: { error: plain, warning: plain, info: plain },
  link: plain,
};

/** A link as terminals know it (OSC 8). */
export function terminalLink(text: string, url: string): string {
  return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}
