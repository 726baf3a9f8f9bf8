import { quote } from '../text/excerpt';
import { readAddress } from './address-list';
import { readPort } from './port';
import { addTo } from './state';
import { splitHost } from './take-list';
import { isFault, nextArgument } from './take-value';
import type { Taker } from './taker';

const mostPorts = 256;

/** Each line adds one. */
export const port: Taker = taking => {
  if ((taking.state.get(taking.field)?.values.length ?? 0) >= mostPorts)
    return { message: 'there are more than 256 of them' };
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const value = readPort(word.text);
  if (value === undefined || value === 0) return { message: `${quote(word.text)} is no port`, word };
  addTo(taking.state, taking.field, [String(value)], taking.line);
  return undefined;
};

/** `HOST`, `HOST:PORT`, `[HOST]:PORT`, with `rdomain NAME` behind it. Kept as `host port rdomain`, with tabs between. */
export const listenAddress: Taker = taking => {
  const word = nextArgument(taking, 'the address');
  if (isFault(word)) return word;
  const isBareIp6 = !word.text.includes('[') && word.text.split(':').length > 2;
  const split = isBareIp6 ? { host: word.text, port: undefined } : splitHost(word.text);
  if (split === undefined) return { message: `${quote(word.text)} is not written as host:port`, word };
  if (split.port !== undefined && !readPort(split.port))
    return { message: `${quote(split.port)} is no port`, word };
  const option = taking.next();
  const domain = option === undefined ? undefined : taking.next();
  if (option !== undefined && (option.text !== 'rdomain' || domain === undefined))
    return { message: `${quote(option.text)} is too much`, word: option };
  if (isImpossibleAddress(split.host)) return { message: `${quote(split.host)} is no address`, word };
  const number = split.port === undefined ? '' : String(readPort(split.port));
  addTo(taking.state, taking.field, [`${split.host}\t${number}\t${domain?.text ?? ''}`], taking.line);
  return undefined;
};

/** Numbers and dots that are no address can't be a host's name either. */
function isImpossibleAddress(host: string): boolean {
  return (/^[0-9.]+$/.test(host) || host.includes(':')) && readAddress(host) === undefined;
}
