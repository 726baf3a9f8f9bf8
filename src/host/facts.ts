/** What is known about the host a configuration is for (the facts file of design/cli.md); what is absent is unknown. */
export interface Facts {
  /** Absolute paths of the log files that exist. */
  readonly 'log-files'?: readonly string[];
  /** Directories that could not be listed: whether a log file is there is unknown. */
  readonly unreadable?: readonly string[];
  /** Names of the programs that exist. */
  readonly commands?: readonly string[];
  /** What manages the packet filter: firewalld, nftables, iptables, ufw, pf. */
  readonly firewall?: string;
  /** Whether containers publish ports. */
  readonly docker?: boolean;
  /** What stands in front: cloudflare, nginx. */
  readonly proxy?: string;
  /** debian12, fedora43. */
  readonly os?: string;
  /** Modes and owners of files, by their names in the configuration directory (`.` for itself) or absolute paths. */
  readonly modes?: Readonly<Record<string, FileMode>>;
  readonly 'openssh-version'?: string;
  readonly 'fail2ban-version'?: string;
  /** systemd units that are enabled. */
  readonly units?: readonly string[];
  readonly listen?: readonly { readonly port: number; readonly protocol: string; readonly service: string }[];
  /** Whether a journal is kept. */
  readonly journal?: boolean;
}

/** Who may do what with a file or directory. */
export interface FileMode {
  /** Octal: `0644`. */
  readonly mode: string;
  readonly owner: string;
  /** What the group may do is passed over where nobody says which one it is. */
  readonly group?: string;
}
