/** What the admin has decided for all fixes, where the tree can't tell; from `.f2blintrc`. */
export interface Admin {
  /** Addresses and networks from which he and his customers come. */
  readonly networks: readonly string[];
  /** Values for `bantime`, `findtime` and `maxretry`, as fail2ban writes them. */
  readonly limits: ReadonlyMap<string, string>;
}

export const unknownAdmin: Admin = { networks: [], limits: new Map() };
