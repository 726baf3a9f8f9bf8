import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import { findRelease } from '../../src/knowledge/release';
import { showDocument } from '../../src/report/show-json';
import { resolve } from '../../src/resolve/setup';
import { printFigure, shared } from './shared';

/** Values by place, errors as ERROR: the oracle's recorded answers and ours in one form (../shared/oracle/compare.py). */
type Values = ReadonlyMap<string, string>;
const micro = join(shared, 'corpus/micro');
const cases = readdirSync(micro)
  .filter(name => existsSync(join(micro, name, 'config')))
  .sort();
const releases = ['1.0.2', '1.1.0', '1.1.1'];

test.each(releases)('the values of every micro case are those recorded for fail2ban %s', version => {
  let agreed = 0;
  let all = 0;
  const differing: string[] = [];
  for (const name of cases) {
    const expected = recordedValues(name, version);
    const got = shownValues(name, version);
    for (const place of new Set([...expected.keys(), ...got.keys()])) {
      all++;
      if (expected.get(place) === got.get(place)) agreed++;
      else differing.push(`${name} ${place}: ${expected.get(place)} recorded, ${got.get(place)} shown`);
    }
  }
  printFigure(`recorded ${version}: ${cases.length} trees, ${agreed}/${all} values agree`);
  expect(differing).toEqual([]);
  expect(all).toBeGreaterThan(2000);
});

/** The newest record that is not newer than the version; `expected.json` is of 1.0.2. */
function recordedFile(name: string, version: string): string {
  const older = releases.slice(1, releases.indexOf(version) + 1).reverse();
  const files = [...older.map(each => `expected@${each}.json`), 'expected.json'];
  return files.map(file => join(micro, name, file)).find(file => existsSync(file))!;
}

/** What fail2ban itself adds to every jail is not recorded for each version. */
const builtIn: ReadonlySet<string> = new Set(['fail2ban_version', 'fail2ban_confpath']);

type Options = Readonly<Record<string, unknown>>;
interface Sections {
  readonly error?: unknown;
  readonly sections: Readonly<Record<string, Options>>;
}

/** What both sides say, in one form. */
interface Answer {
  readonly error?: unknown;
  readonly DEFAULT: Options;
  readonly jails: Readonly<Record<string, Options>>;
  readonly filters: Readonly<Record<string, Sections>>;
  readonly actions: Readonly<Record<string, Sections>>;
}

function valuesOf(answer: Answer, textOf: (entry: unknown) => string): Values {
  const values = new Map<string, string>();
  const add = (place: string, options: Options) => {
    for (const [option, entry] of Object.entries(options)) values.set(`${place} ${option}`, textOf(entry));
  };
  if (answer.error !== undefined) values.set('jail files', error);
  else {
    add('DEFAULT', answer.DEFAULT);
    for (const [jail, options] of Object.entries(answer.jails)) {
      const own = Object.entries(options).filter(([option]) => !builtIn.has(option));
      add(`jail ${jail}`, Object.fromEntries(own));
    }
  }
  for (const kind of ['filters', 'actions'] as const) {
    for (const [name, definition] of Object.entries(answer[kind])) {
      if (definition.error !== undefined) values.set(`${kind} ${name}`, error);
      else {
        for (const [section, options] of Object.entries(definition.sections)) {
          if (section !== 'INCLUDES') add(`${kind} ${name} ${section}`, options);
        }
      }
    }
  }
  return values;
}

const error = 'ERROR';

function recordedValues(name: string, version: string): Values {
  const record = readFileSync(recordedFile(name, version), 'utf8');
  // some values contain the version, which a record may have from an older one
  const { resolved } = JSON.parse(record.replaceAll(JSON.parse(record).version, version));
  const withDefault = (definitions: Answer['filters']) =>
    mapValues(definitions, each => {
      const { DEFAULT, sections } = each as Sections & { DEFAULT: Options };
      return { ...each, sections: { DEFAULT, ...sections } };
    });
  const { filters, actions } = resolved;
  return valuesOf({ ...resolved, filters: withDefault(filters), actions: withDefault(actions) }, entry =>
    typeof entry === 'string' ? entry : error,
  );
}

function shownValues(name: string, version: string): Values {
  const directory = join(micro, name, 'config');
  const document = showDocument(resolve(diskSnapshot(directory), findRelease(version)!), { kind: 'all' });
  const shown: typeof document = JSON.parse(JSON.stringify(document).replaceAll(directory, '@CONF@'));
  const withSections = (definitions: typeof shown.filters) =>
    mapValues(definitions, each => ({
      ...(typeof each.error === 'string' && { error }),
      sections: each as Sections['sections'],
    }));
  const answer = {
    ...shown,
    DEFAULT: shown.default,
    jails: mapValues(shown.jails, ({ options }) => options),
    filters: withSections(shown.filters),
    actions: withSections(shown.actions),
  };
  return valuesOf(answer, entry => {
    const { value } = entry as { value?: string };
    return value ?? error;
  });
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
