/** Names of services people write for a port; sshd looks them up in /etc/services. */
const services: ReadonlyMap<string, number> = new Map([
  ['ssh', 22],
  ['ftp', 21],
  ['telnet', 23],
  ['smtp', 25],
  ['domain', 53],
  ['http', 80],
  ['https', 443],
]);

/** A port from 0 to 65535 as a number or a service (`a2port` of OpenSSH's misc.c); undefined for what is none. */
export function readPort(text: string): number | undefined {
  const number = readNumber(text, 65535);
  return typeof number === 'number' ? number : services.get(text);
}

/** A number from 0 to `most` (strtonum(3)), or what is wrong with it. */
export function readNumber(text: string, most: number): number | 'invalid' | 'too small' | 'too large' {
  if (!/^[ \t\n\v\f\r]*[+-]?[0-9]+$/.test(text)) return 'invalid';
  const number = Number(text);
  if (number < 0) return 'too small';
  return number > most ? 'too large' : Math.abs(number);
}
