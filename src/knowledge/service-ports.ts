import { stockFile } from './stock';

let byJail: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The names of ports that fail2ban's own jail of a name has, in any release; empty where it has none, or all ports. */
export function stockPorts(jail: string): ReadonlySet<string> {
  return allPorts().get(jail) ?? none;
}

/** Whether a port is named by the stock jail of some service. */
export function isPortOfService(port: string): boolean {
  for (const ports of allPorts().values()) if (ports.has(port)) return true;
  return false;
}

const none: ReadonlySet<string> = new Set();

function allPorts(): ReadonlyMap<string, ReadonlySet<string>> {
  byJail ??= new Map(
    [...(stockFile('jail.conf')?.sections ?? [])].map(([name, { options }]) => {
      const values = (options.get('port') ?? []).flatMap(
        ({ value }) => value?.toLowerCase().split(/[\s,]+/) ?? [],
      );
      return [name, new Set(values.filter(port => /^[a-z][a-z\d-]*$/.test(port)))] as const;
    }),
  );
  return byJail;
}

const mail: ReadonlySet<string> = new Set(
  'smtp smtps ssmtp submission submissions imap imap2 imap3 imaps pop3 pop3s sieve urd'.split(' '),
);

/** Whether a port is one of mail; programs there answer for each other. */
export function isMailPort(port: string): boolean {
  return mail.has(port);
}

/** What a port of mail is for: to hand mail in, or to read it; undefined for all others. */
export function mailPortGroup(port: string): 'submission' | 'mailbox' | undefined {
  if (/^(?:smtps?|ssmtp|submissions?|urd|25|465|587)$/.test(port)) return 'submission';
  return /^(?:imap[234]?|imaps|pop3|pop3s|143|993|110|995)$/.test(port) ? 'mailbox' : undefined;
}
