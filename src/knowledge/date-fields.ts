/**
 * The fields a `datepattern` may hold behind `%`, each with the name fail2ban gives it, by which it tells two patterns apart
 * (`getTimePatternRE` of server/strptime.py; the letters of Python's strptime and those fail2ban adds).
 */
export const dateFields: ReadonlyMap<string, string> = new Map([
  ['a', 'DAY'],
  ['A', 'DAYNAME'],
  ['b', 'MON'],
  ['B', 'MONTH'],
  ['d', 'Day'],
  ['H', '24hour'],
  ['I', '12hour'],
  ['j', 'Yearday'],
  ['m', 'Month'],
  ['M', 'Minute'],
  ['p', 'AMPM'],
  ['S', 'Second'],
  ['U', 'Yearweek'],
  ['w', 'Weekday'],
  ['W', 'Yearweek'],
  ['y', 'Year2'],
  ['Y', 'Year'],
  ['%', '%'],
  ['z', 'Zone offset'],
  ['f', 'Microseconds'],
  ['Z', 'Zone name'],
  ['Exd', 'ExDay'],
  ['ExH', 'Ex24hour'],
  ['Exm', 'ExMonth'],
  ['ExM', 'ExMinute'],
  ['ExS', 'ExSecond'],
  ['Exy', 'ExYear2'],
  ['ExY', 'ExYear'],
  ['Exz', 'ExZone offset'],
  ['ExZ', 'ExZone name'],
  ...['Exk', 'Exl', 'k', 'l', 'c', 'x', 'X', 'G', 'u', 'V'].map(name => [name, `%${name}`] as const),
]);

/** The field whose letters stand at `at`. */
export function dateFieldAt(pattern: string, at: number): string | undefined {
  const long = pattern.slice(at, at + 3);
  if (long.length === 3 && dateFields.has(long)) return long;
  const short = pattern.slice(at, at + 1);
  return dateFields.has(short) ? short : undefined;
}
