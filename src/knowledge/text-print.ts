/** How the text of a stock file is told from others: by its length, and the CRC-32 of its bytes in base 36. */
export function textPrint(length: number, checksum: string): string {
  return `${length.toString(36)}.${checksum}`;
}
