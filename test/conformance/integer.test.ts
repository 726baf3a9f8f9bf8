import { parseExactInteger } from '../../src/values/integer';
import { askFail2ban, exactValue } from './ask-fail2ban';
import { integerTexts } from './integer-texts';

test('whole numbers come out as in Python', () => {
  const texts = integerTexts(500, 7);
  const answers = askFail2ban({ integers: texts }).integers;
  expect(answers).toHaveLength(texts.length);
  const wrong: object[] = [];
  let numbers = 0;
  for (const [index, text] of texts.entries()) {
    const answer = answers[index]!;
    const expected = answer.error === undefined ? exactValue(answer) : undefined;
    const found = parseExactInteger(text);
    if (found !== undefined) numbers++;
    if (found !== expected) wrong.push({ text, found: String(found), answer });
  }
  process.stdout.write(
    `integer: ${texts.length - wrong.length}/${texts.length} texts agree (${numbers} numbers)\n`,
  );
  expect(wrong).toEqual([]);
  expect(numbers).toBeGreaterThan(100);
});
