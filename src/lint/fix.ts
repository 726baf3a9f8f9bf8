import type { Setting } from '../resolve/setting';
import type { Position } from '../text/span';
import type { Place } from './place';

/** An edit that mends a finding. Nothing of it is believed: src/fix applies it in memory and looks at what comes of it. */
export interface Fix {
  /** What it does, as an order: `write bantime = 1h into jail.local`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The effective values that may differ afterwards, apart from those made from them by interpolation. */
  readonly changes: readonly DeclaredChange[];
  /** The settings of sshd that may differ. */
  readonly sshd?: readonly SshdChangeDeclared[];
  /** Jails that are called otherwise afterwards, by their old names: what was found of them is nothing new. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** What the admin has to decide; without it the fix is safe once it is proven. */
  readonly decision?: string;
  /** What to run instead, for what is no edit of a text: shown, never run. */
  readonly command?: string;
}

export type Edit =
  /** Other characters at a place; none take it out. */
  | { readonly kind: 'replace'; readonly at: Place; readonly text: string }
  /** Another value, whatever lines it stood on; written as in `set`. */
  | { readonly kind: 'value'; readonly setting: Setting; readonly value: string }
  /** A whole option, with all its lines. */
  | { readonly kind: 'remove'; readonly setting: Setting }
  /** The whole lines a place stands on. */
  | { readonly kind: 'remove-lines'; readonly at: Place }
  | SetEdit
  /** A new file at a path of the snapshot, such as a drop-in of sshd. */
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  /** A whole file below the configuration directory; undefined removes it. */
  | { readonly kind: 'write'; readonly name: string; readonly text: string | undefined };

/** An option is set in the file where that takes effect and that is not the package's. */
export interface SetEdit {
  readonly kind: 'set';
  /** `jail`, `fail2ban`, `filter.d/sshd`, `action.d/x`. */
  readonly family: string;
  readonly section: string;
  readonly option: string;
  /** As written in the file, `%` as `%%`; further lines behind `\n`. */
  readonly value: string;
}

/** A value that may differ after a fix. */
export interface DeclaredChange {
  /** Any family that reads the section without it, as files that many include are read for all of them. */
  readonly family?: string;
  /** With `DEFAULT` also what other sections take from there. */
  readonly section: string;
  /** Every one of the section without it. */
  readonly option?: string;
  /** What it is to be, interpolated; anything without it. */
  readonly to?: string;
}

/** A setting of sshd that may differ after a fix, for everybody or for some. */
export interface SshdChangeDeclared {
  /** As `sshd -T` names it. */
  readonly field: string;
  /** What it is to be where it differs, as `sshd -T` prints it; anything without it. */
  readonly to?: string;
}

/** Sets an option of a jail (or of `DEFAULT`) to a text without `%`, and declares just that. */
export function setJailOption(
  section: string,
  option: string,
  value: string,
): Pick<Fix, 'edits' | 'changes'> {
  return {
    edits: [{ kind: 'set', family: 'jail', section, option, value: value.replaceAll('%', '%%') }],
    changes: [{ family: 'jail', section, option, to: value }],
  };
}

/** A fix that is proven, with its edits where they are made; or a command, which nothing proves. */
export interface JudgedFix {
  readonly title: string;
  /** `review`: there is a decision of the admin in it. */
  readonly safety: 'safe' | 'review';
  /** Lines and columns from 1 in the files as they are; a path may be that of a new file. */
  readonly edits: readonly {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
    readonly text: string;
  }[];
  readonly command?: string;
}
