import { readAddress, writeAddress } from './address-list';

/**
 * Addresses and ports sshd listens on, as `sshd -T` prints them. `written` are those of ListenAddress, each as `host`, `port` and
 * `rdomain` with tabs between; those without a port get every one of `ports`. A host's name stays a name: nobody is asked.
 */
export function listenAddresses(
  written: readonly string[],
  ports: readonly string[],
  family = 'any',
): readonly string[] {
  if (written.length === 0) {
    const any = [...(family === 'inet' ? [] : ['[::]']), ...(family === 'inet6' ? [] : ['0.0.0.0'])];
    return ports.flatMap(port => any.map(host => `${host}:${port}`));
  }
  return written.flatMap(each => {
    const [host = '', port = '', domain = ''] = each.split('\t');
    const address = readAddress(host);
    const text = address === undefined ? host : writeAddress(address);
    const shown = address?.bits === 128 ? `[${text}]` : text;
    return (port === '' ? ports : [port]).map(
      one => `${shown}:${one}${domain === '' ? '' : ` rdomain ${domain}`}`,
    );
  });
}

/** The first host whose address is of the other family than `AddressFamily` says; sshd refuses it. */
export function wrongFamily(written: readonly string[], family: string | undefined): string | undefined {
  const bits = family === 'inet' ? 32 : family === 'inet6' ? 128 : undefined;
  if (bits === undefined) return undefined;
  const hosts = written.map(each => each.split('\t')[0]!);
  return hosts.find(host => (readAddress(host)?.bits ?? bits) !== bits);
}
