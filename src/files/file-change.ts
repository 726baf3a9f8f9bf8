/** A file whose content changes. */
export interface FileChange {
  /** Path of the file as a user would type it; the target of a link is written, the link stays. */
  readonly path: string;
  /** Bytes it had when it was read; undefined: it must not exist yet. */
  readonly before: Uint8Array | undefined;
  /** Bytes it is to have; undefined: it is removed. */
  readonly after: Uint8Array | undefined;
  /** Path of a file that a new one goes with: it gets the mode of that and, where permitted, the owner. Else its mode is 0644. */
  readonly like?: string;
}
