import { parseTime, type Time } from '../../src/values/time';
import { type Answer, askFail2ban, exactValue } from './ask-fail2ban';
import { timeTexts } from './time-texts';

const typeNames = new Map([
  ['NoneType', 'none'],
  ['bool', 'boolean'],
  ['str', 'text'],
]);

test('times come out as in fail2ban', () => {
  const texts = timeTexts(2000, 20240611);
  const answers = askFail2ban({ times: texts }).times;
  expect(answers).toHaveLength(texts.length);
  const counts = new Map<string, number>();
  const wrong: object[] = [];
  for (const [index, text] of texts.entries()) {
    const time = parseTime(text);
    const answer = answers[index]!;
    const kind = time.kind === 'odd' && time.what === 'python' ? 'python' : time.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (!agree(text, time, answer)) wrong.push({ text, time, ...answer, value: answer.value?.slice(0, 30) });
  }
  const kinds = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  process.stdout.write(`time: ${texts.length - wrong.length}/${texts.length} texts agree\n  (${kinds})\n`);
  expect(wrong).toEqual([]);
  for (const [kind, least] of [
    ['seconds', 500],
    ['refused', 500],
    ['odd', 100],
  ] as const) {
    expect(counts.get(kind)).toBeGreaterThan(least);
  }
  expect(counts.get('python')).toBeLessThan(texts.length / 20);
});

/** `python` claims only that Python gets to run the text; powers of decimals may differ in the last digits. */
function agree(text: string, time: Time, answer: Answer): boolean {
  if (time.kind === 'refused') return answer.error !== undefined && spansSomething(text, time);
  if (time.kind === 'odd' && time.what === 'python') return answer.error !== 'SyntaxError';
  if (answer.error !== undefined || answer.type === undefined) return false;
  if (time.kind === 'odd') {
    if (time.what === 'not finite') return answer.type === 'float' && !Number.isFinite(toNumber(answer));
    return time.what === (typeNames.get(answer.type) ?? answer.type);
  }
  if (answer.type !== (time.integer ? 'int' : 'float')) return false;
  const expected = time.integer ? Number(exactValue(answer)) : toNumber(answer);
  const near = text.includes('**') && Math.abs(time.seconds - expected) <= Math.abs(expected) * 1e-15;
  return Object.is(time.seconds, expected) || near;
}

function toNumber(answer: Answer): number {
  return answer.value === 'inf' ? Infinity : answer.value === '-inf' ? -Infinity : Number(answer.value);
}

function spansSomething(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return text.trim() === '' || (start >= 0 && start < end && end <= text.length);
}
