import { lineIndex } from '../text/line-index';
import type { Entry } from './snapshot';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes Python's text reader takes at a time. */
const chunkLength = 8192;

/**
 * Bytes of a file as the text Python reads: UTF-8 to the letter, a byte order mark kept. Where that fails the answer says
 * where, and what Python has read by then.
 */
export function decode(bytes: Uint8Array): Entry {
  try {
    return { kind: 'text', text: strict.decode(bytes) };
  } catch {
    return undecodable(bytes);
  }
}

function undecodable(bytes: Uint8Array): Entry {
  const { start, detected } = firstBadSequence(bytes);
  const good = decodePart(bytes.subarray(0, start));
  const { line, column } = lineIndex(good).position(good.length);
  const chunks = Math.floor(detected / chunkLength) * chunkLength;
  const seen = decodePart(bytes.subarray(0, Math.min(start, chunks)));
  const byte = bytes[start] ?? 0;
  return { kind: 'undecodable', head: wholeLines(seen), byte, line, column, bytes: asLatin1(bytes) };
}

function asLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkLength)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunkLength)));
  return parts.join('');
}

/** Without the last line, which is not complete; nor is one whose `\r` may still be followed by `\n`. */
function wholeLines(text: string): string {
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return text.slice(0, Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1);
}

function decodePart(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}

/**
 * The first sequence that is no UTF-8: where it starts, and the byte at which that is certain (none for one that is cut off:
 * Python finds that out behind the last byte). Surrogates, overlong forms and anything above U+10FFFF are refused.
 */
function firstBadSequence(bytes: Uint8Array): { start: number; detected: number } {
  for (let start = 0; start < bytes.length; ) {
    const lead = bytes[start]!;
    if (lead < 0x80) {
      start++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return { start, detected: start };
    for (let at = start + 1; at < start + length; at++) {
      const byte = bytes[at];
      if (byte === undefined) return { start, detected: Number.POSITIVE_INFINITY };
      const { low, high } = at === start + 1 ? secondByteRange(lead) : { low: 0x80, high: 0xbf };
      if (byte < low || byte > high) return { start, detected: at };
    }
    start += length;
  }
  return { start: bytes.length, detected: bytes.length };
}

function secondByteRange(lead: number): { low: number; high: number } {
  return {
    low: lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80,
    high: lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf,
  };
}
