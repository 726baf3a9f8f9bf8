/**
 * A document as JSON with a line end. What JSON leaves as it is but could trouble a terminal, controls from U+007F on and characters that
 * change the direction of writing, is escaped as well.
 */
export function toJson(document: unknown): string {
  return `${escaped(JSON.stringify(document, null, 1))}\n`;
}

/** The same on one line. */
export function toJsonLine(document: unknown): string {
  return `${escaped(JSON.stringify(document))}\n`;
}

function escaped(json: string): string {
  return json.replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
