const day = 86400;
/** Years and months as long as fail2ban's own, 365.25 days and a twelfth of that. */
const wholeUnits = [
  { seconds: 31557600, name: 'year' },
  { seconds: 2629800, name: 'month' },
  { seconds: 7 * day, name: 'week' },
] as const;
const parts = [
  { seconds: day, name: 'day' },
  { seconds: 3600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/**
 * A number of seconds in words: `10 minutes`, `1 hour 30 minutes`, `1 week`. Exact for whole seconds: years, months
 * and weeks are named only where nothing is left over. Fractions are rounded: to the second from a minute on, below
 * that to a thousandth. Negative numbers read `minus 10 minutes`.
 */
export function describeSeconds(seconds: number): string {
  if (seconds < 0) return `minus ${describeSeconds(-seconds)}`;
  if (!(seconds <= Number.MAX_SAFE_INTEGER)) return `${seconds} seconds`;
  if (seconds < 60) return describeShort(seconds);
  const whole = Math.round(seconds);
  const unit = wholeUnits.find(each => whole % each.seconds === 0);
  if (unit !== undefined) return count(whole / unit.seconds, unit.name);
  const words: string[] = [];
  let rest = whole;
  for (const part of parts) {
    const amount = Math.floor(rest / part.seconds);
    if (amount > 0) words.push(count(amount, part.name));
    rest -= amount * part.seconds;
  }
  return words.join(' ');
}

/**
 * How long a jail with this `bantime` (seconds) bans, to follow the word "bans": `for 10 minutes`, `for ever`, `not at
 * all`. fail2ban cuts the fraction off; −1 alone means for ever, with −2 and below every ban is over before it begins
 * and no action runs (banmanager.py and ticket.py; measured with 1.0.2).
 */
export function describeBanTime(seconds: number): string {
  const whole = Math.trunc(seconds);
  if (whole === -1) return 'for ever';
  if (whole < -1) return 'not at all';
  return `for ${describeSeconds(Math.abs(whole))}`;
}

function describeShort(seconds: number): string {
  const rounded = Math.round(seconds * 1000) / 1000;
  if (rounded === 0 && seconds > 0) return 'less than 0.001 seconds';
  return rounded === 60 ? '1 minute' : count(rounded, 'second');
}

function count(amount: number, name: string): string {
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
