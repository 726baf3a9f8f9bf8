const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What Windows-1252 has from 0x80 to 0x9f; a blank where it has nothing. The rest is as in Latin-1. */
const windowsOnly = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Sequences of UTF-8, and other bytes that are not ASCII. */
const sequences = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

/**
 * The text of a file that is not UTF-8, from its bytes, each given as one character: UTF-16 with its mark, else Windows-1252, which
 * has all of Latin-1, but what is UTF-8 stays that. Undefined for what is no text in any of these.
 */
export function decodeLegacy(bytes: string): string | undefined {
  const text = /^(?:\xff\xfe|\xfe\xff)/.test(bytes) ? decodeUtf16(bytes) : decodeMixed(bytes);
  return text === undefined || /[\0-\x08\x0e-\x1f\ufffd]/.test(text) ? undefined : text;
}

function decodeMixed(bytes: string): string {
  return bytes.replace(sequences, found => {
    if (found.length === 1) return decodeByte(found);
    try {
      return utf8.decode(Uint8Array.from(found, character => character.charCodeAt(0)));
    } catch {
      return Array.from(found, decodeByte).join('');
    }
  });
}

/** U+FFFD where the byte means nothing. */
function decodeByte(byte: string): string {
  const code = byte.charCodeAt(0);
  if (code < 0x80 || code > 0x9f) return byte;
  const character = windowsOnly[code - 0x80]!;
  return character === ' ' ? '\ufffd' : character;
}

function decodeUtf16(bytes: string): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const isLittle = bytes.startsWith('\xff');
  const parts: string[] = [];
  for (let at = 2; at < bytes.length; at += 2) {
    const [first, second] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)];
    parts.push(String.fromCharCode(isLittle ? first + second * 256 : first * 256 + second));
  }
  const text = parts.join('');
  return text.isWellFormed() ? text : undefined;
}
