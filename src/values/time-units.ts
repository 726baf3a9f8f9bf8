/** A unit of fail2ban's times: its shortest name, what it multiplies by, and every word jail.conf(5) allows for it. */
interface Unit {
  readonly name: string;
  /** Seconds as fail2ban writes them; months and years are decimals and make the whole time one. */
  readonly seconds: string;
  readonly words: readonly string[];
}

const units: readonly Unit[] = [
  { name: 's', seconds: '1', words: ['s', 'ss', 'se', 'sec', 'second', 'seconds'] },
  { name: 'm', seconds: '60', words: ['m', 'mm', 'mi', 'min', 'minute', 'minutes'] },
  { name: 'h', seconds: '3600', words: ['h', 'hh', 'ho', 'hou', 'hour', 'hours'] },
  { name: 'd', seconds: '86400', words: ['d', 'dd', 'da', 'day', 'days'] },
  { name: 'w', seconds: '604800', words: ['w', 'ww', 'we', 'wee', 'week', 'weeks'] },
  { name: 'mo', seconds: '2629800.0', words: ['mo', 'mon', 'month', 'months'] },
  { name: 'y', seconds: '31557600.0', words: ['y', 'yy', 'ye', 'yea', 'year', 'years'] },
];

const byWord = new Map(units.flatMap(unit => unit.words.map(word => [word, unit] as const)));

/** What people write for a unit, in several languages, that fail2ban doesn't know. */
const foreign: ReadonlyMap<string, string> = new Map(
  (
    [
      ['s', 'secs secon sek sekunde sekunden seconde secondes segundo segundos secondi'],
      ['m', 'mins mn mnt minuten minuto minutos minuti minuut'],
      ['h', 'hr hrs stunde stunden std heure heures hora horas ora ore uur uren'],
      ['d', 'dy dys tag tage tagen j jour jours dia dias día días giorno giorni dag dagen'],
      ['w', 'wk wks woche wochen sem semaine semaines semana semanas settimana settimane weken'],
      ['mo', 'mos mons mth mths mnth mnths monat monate monaten mois mes meses mese mesi maand maanden'],
      ['y', 'yr yrs jahr jahre jahren an ans année années annee annees año años ano anos anno anni jaar'],
    ] as const
  ).flatMap(([name, words]) => words.split(' ').map(word => [word, name] as const)),
);

/**
 * Seconds in one unit, as the text fail2ban puts into the expression, or undefined for a word that is no unit. Any
 * case; the four letters that Python folds to ASCII count too, such as U+212A for k (mytime.py).
 */
export function unitSeconds(word: string): string | undefined {
  return byWord.get(fold(word))?.seconds;
}

/**
 * The short name (s m h d w mo y) of the documented unit that a word probably means: `hrs` → `h`, `jours` → `d`,
 * `mintues` → `m`; undefined if none is near.
 */
export function suggestUnit(word: string): string | undefined {
  const wanted = fold(word);
  return byWord.get(wanted)?.name ?? foreign.get(wanted) ?? nearestUnit(wanted);
}

function fold(word: string): string {
  return word
    .replace(/[\u0130\u0131]/g, 'i')
    .replace(/\u017f/g, 's')
    .toLowerCase();
}

/** Long names alone take part, with one slip for every three letters; the first letter is hardly ever wrong. */
function nearestUnit(wanted: string): string | undefined {
  if (wanted.length < 4 || wanted.length > 9) return undefined;
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const [word, unit] of byWord) {
    if (word.length < 4 || word[0] !== wanted[0]) continue;
    const slips = countSlips(wanted, word);
    if (slips <= Math.floor(word.length / 3) && slips < (best?.slips ?? Infinity))
      best = { name: unit.name, slips };
  }
  return best?.name;
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other. */
function countSlips(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let slips = Math.min(
        cell(rows, i - 1, j) + 1,
        cell([row], 0, j - 1) + 1,
        cell(rows, i - 1, j - 1) + change,
      );
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) slips = Math.min(slips, cell(rows, i - 2, j - 2) + 1);
      row.push(slips);
    }
    rows.push(row);
  }
  return cell(rows, from.length, to.length);
}

function cell(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity;
}
