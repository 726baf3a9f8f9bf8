import { checkFailregex } from '../../src/regex/failregex';
import { parseRegex } from '../../src/regex/parse';
import type { Span } from '../../src/regex/tree';
import { belowFrom, mutate } from './regex-mutations';
import { askPython, corpusCases, type PythonVerdict, type RegexCase } from './regex-oracle';

const MUTATIONS = 5000;
const SEED = Number(process.env.REGEX_SEED ?? 1);

/** Tags beside and inside of everything that changes what their first or last signs mean. */
const TAG_PLACES = [
  ...[
    '%',
    '[%]',
    '[^%]',
    '[a%-]',
    '[-%',
    '([%',
    '(([%',
    '((([%',
    '\\%',
    '\\\\%',
    '(?%',
    '(?%)',
    '(?P%',
    '(?P<%',
    '(?P=%)',
  ],
  ...[
    '(?#%)',
    'a(?#%)',
    '((a(?#%)',
    '(((a(?#%',
    '(?(%)a)',
    '(?(1)%)',
    '(?<=%)',
    '(?!%)',
    '%*',
    '%+',
    '%?',
    '%{2}',
    '%**',
    '%|',
    '(%)',
  ],
  ...[
    '%%',
    '%\\1',
    '%\\2',
    '%\\3',
    '%\\4',
    '(?x)%',
    '(?x)a%b',
    'x{%}',
    '{%}',
    '\\x%',
    '((?i)%)',
    '(?:(?i)%)%',
    '(?(%',
    '<%>',
    '<%',
  ],
];
const TAGS = [
  ...[
    'HOST',
    'ADDR',
    'IP4',
    'IP6',
    'DNS',
    'CIDR',
    'SUBNET',
    'SKIPLINES',
    'F-ID',
    '/F-ID',
    'F-ID/',
    'F-USER',
    '/F-USER',
    'F-USER/',
  ],
  ...[
    'F-PORT/',
    'F-PORT',
    'F-IP4/',
    'F-IP6/',
    'F-ADDR/',
    'F-SUBNET/',
    'F-CIDR/',
    'F-DNS/',
    'F-HOST/',
    'F-A-B',
    'F-1',
    'F-a',
    'host',
  ],
];

interface Found extends Partial<Span> {
  readonly ok: boolean;
  readonly code?: string;
}

interface Compared {
  readonly line: string;
  readonly wrong: readonly object[];
  readonly placed: number;
}

function compare(
  what: string,
  asked: readonly object[],
  found: readonly Found[],
  expected: readonly PythonVerdict[],
): Compared {
  const wrong: object[] = [];
  let places = 0;
  let samePlaces = 0;
  for (const [index, ours] of found.entries()) {
    const theirs = expected[index]!;
    if (ours.ok !== (theirs === null)) wrong.push({ asked: asked[index], ours, theirs });
    else if (theirs?.at != null) {
      places++;
      if (ours.start === theirs.at) samePlaces++;
    }
  }
  const placed = places === 0 ? 1 : samePlaces / places;
  const verdicts = `${found.length - wrong.length}/${found.length} verdicts agree`;
  return {
    line: `regex: ${what}: ${verdicts}, ${(100 * placed).toFixed(1)}% of ${places} positions\n`,
    wrong,
    placed,
  };
}

function plain(text: string): Found {
  const result = parseRegex(text, { python: '3.11' });
  return result.ok ? result : { ok: false, ...result.error };
}

function asFail2ban({ text, prefregex, ...options }: RegexCase): Found {
  if (options.kind === 'failregex' && prefregex !== '') {
    const checked = checkFailregex(prefregex, { ...options, kind: 'prefregex' });
    if (!checked.ok) return checked;
    return checkFailregex(text, { ...options, prefregexHasFailureId: checked.hasFailureId });
  }
  return checkFailregex(text, options);
}

function expectAgreement(what: string, cases: readonly RegexCase[]): void {
  const texts = cases.map(({ text }) => text);
  const verdicts = askPython(texts, cases);
  for (const compared of [
    compare(
      `${what}, re.compile`,
      texts.map(text => ({ text })),
      texts.map(plain),
      verdicts.plain,
    ),
    compare(`${what}, fail2ban`, cases, cases.map(asFail2ban), verdicts.fail2ban),
  ]) {
    process.stdout.write(compared.line);
    expect(compared.wrong).toEqual([]);
    expect(compared.placed).toBeGreaterThanOrEqual(0.95);
  }
}

describe('regular expressions are taken and refused as by Python and fail2ban', () => {
  let corpus: RegexCase[] = [];
  beforeAll(() => {
    corpus = corpusCases();
  }, 300_000);

  test('those of the corpus', () => {
    expect(corpus.length).toBeGreaterThan(1000);
    expectAgreement('corpus', corpus);
  }, 300_000);

  test(`${MUTATIONS} damaged ones of the corpus, seed ${SEED}`, () => {
    const below = belowFrom(SEED);
    const texts = corpus.map(({ text }) => text);
    const damaged = Array.from({ length: MUTATIONS }, () => {
      const chosen = corpus[below(corpus.length)]!;
      return { ...chosen, text: mutate(chosen.text, below, texts) };
    });
    expectAgreement('mutations', damaged);
  }, 300_000);

  test('tags in odd places', () => {
    const cases = TAGS.flatMap(tag =>
      TAG_PLACES.flatMap(place =>
        ['warn', 'no'].map((useDns): RegexCase => {
          const text = place.replaceAll('%', `<${tag}>`);
          return { text, kind: 'ignoreregex', useDns, maxlines: 1, prefregex: '' };
        }),
      ),
    );
    expectAgreement('tags', cases);
  }, 300_000);
});
