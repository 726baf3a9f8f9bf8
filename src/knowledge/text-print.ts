/** How the text of a stock file is told from others: by its length, and the CRC-32 of its bytes. */
export function textPrint(length: number, checksum: number): string {
  return `${length.toString(36)}.${checksum.toString(36)}`;
}
