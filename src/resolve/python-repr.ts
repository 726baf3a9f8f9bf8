const escapes = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Python's `repr` of a text: single quotes unless the text holds some and no double ones; what can't be printed is escaped. */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t'"]|[\p{C}\p{Z}]/gu, character => {
    if (character === ' ' || ((character === "'" || character === '"') && character !== quote))
      return character;
    return (
      escapes.get(character) ??
      (character === quote ? `\\${quote}` : escapeCode(character.codePointAt(0) ?? 0))
    );
  });
  return quote + escaped + quote;
}

function escapeCode(code: number): string {
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
