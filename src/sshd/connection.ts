/** Who connects from where, as `sshd -T -C` takes it; what is left out is unknown, and no criterion about it applies. */
export interface Connection {
  readonly user?: string;
  /** Groups of the user; sshd looks them up itself. */
  readonly groups?: readonly string[];
  readonly host?: string;
  readonly address?: string;
  readonly localAddress?: string;
  readonly localPort?: number;
  readonly rdomain?: string;
}
