/** A description in a line of a list: up to the first semicolon, without what the default is. */
export function shortDescription(description: string): string {
  const [first = ''] = description.replace(/ \((?:the )?default[^)]*\)/g, '').split(';', 1);
  return first;
}
