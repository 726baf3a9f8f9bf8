import type { Release } from '../knowledge/release';
import { quote } from '../text/excerpt';
import { concatenate, madeText, type Text } from '../text/text';
import { parseExactInteger } from '../values/integer';
import { accepted, type Refusal } from './refusal';
import { parseServerCall } from './server-call';
import { checkTime } from './times';

const advice = 'write it as in the manual: key="<ip>", max-count=100, max-time=5m';

/** `ignorecache`, a list of `key=value` (`setIgnoreCache` of server/server.py); empty is off. */
export function checkIgnoreCache(value: Text, release: Release): readonly Refusal[] {
  const before = madeText('cache[');
  const call = concatenate(
    [before, value, madeText(']')].map(text => ({ text, start: 0, end: text.value.length })),
  );
  const parsed = parseServerCall(call, release);
  if (parsed.kind === 'error') {
    const { start, end } = parsed.error;
    return [refusal(`${quote(value.value)} is no list of key=value`, { text: call, start, end })];
  }
  const { parameters } = parsed.call;
  if (parameters.size === 0) return accepted;
  const key = parameters.has('key') ? [] : [{ ...refusal('it has no key', {}), ...keyMend(value.value) }];
  const count = parameters.get('max-count');
  const time = parameters.get('max-time');
  return [...key, ...(count ? checkCount(count) : []), ...(time ? checkMaxTime(time) : [])];
}

function keyMend(value: string): Pick<Refusal, 'mend'> {
  return { mend: { by: `key="<ip>", ${value}`, decision: 'for what an answer is kept' } };
}

function checkCount(text: Text): readonly Refusal[] {
  if (parseExactInteger(text.value) !== undefined) return accepted;
  return [refusal(`max-count = ${quote(text.value)} is not a whole number`, { text })];
}

function checkMaxTime(text: Text): readonly Refusal[] {
  return checkTime('max-time of ignorecache', text.value).map(each => ({ ...each, text }));
}

function refusal(problem: string, place: { text?: Text; start?: number; end?: number }): Refusal {
  return {
    code: 'ignore-cache',
    rule: 'value/bad-ignorecache',
    message: `ignorecache is refused: ${problem}`,
    advice,
    ...place,
  };
}
