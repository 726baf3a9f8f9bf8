import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import type { Reader } from '../../src/knowledge/known-option';
import { isKnownOption } from '../../src/knowledge/options';
import {
  actionOptions,
  daemonOptions,
  earlyDaemonOptions,
  filterOptions,
  jailOptions,
  type ReaderOption,
  threadOptions,
} from '../../src/knowledge/reader-options';
import { defaultRelease } from '../../src/knowledge/release';
import { collectReferences } from '../../src/lint/references';
import { listTreeFiles, type TreeFile } from '../../src/lint/tree-files';
import { inferRelease } from '../../src/resolve/infer-release';
import { resolve } from '../../src/resolve/setup';
import { corpusTrees } from './shared';

const client = '/usr/lib/python3/dist-packages/fail2ban/client';

/** What a reader of the installed fail2ban asks for, as `name type default`, in Python's words. */
function askedFor(reader: string): readonly string[] {
  const source = readFileSync(join(client, `${reader}reader.py`), 'utf8');
  // "name": ["type", default] or ["type", "name", default]
  const entries = source.matchAll(
    /(?:"([\w.]+)": *\["(\w+)", *([^\]]*)\])|(?:\["(string|int|bool)", *"([\w.]+)", *([^\]]*)\])/g,
  );
  return [...entries].map(([, name, type, fallback, otherType, otherName, otherFallback]) =>
    [name ?? otherName, type ?? otherType, (fallback ?? otherFallback ?? '').trim() || 'None'].join(' '),
  );
}

const types = { text: 'string', bool: 'bool', int: 'int' } as const;

function inPython({ name, type, fallback }: ReaderOption): string {
  const word = fallback === true ? 'True' : fallback === false ? 'False' : 'None';
  return `${name} ${types[type]} ${typeof fallback === 'string' ? `"${fallback}"` : word}`;
}

test.each<[string, readonly Reader[], readonly ReaderOption[]]>([
  ['jail', ['jail'], jailOptions(defaultRelease).filter(option => !filterOptions.includes(option))],
  ['filter', ['filter', 'jail'], filterOptions],
  ['action', ['action'], actionOptions],
  [
    'fail2ban',
    ['daemon', 'thread'],
    [...earlyDaemonOptions, ...daemonOptions(defaultRelease), ...threadOptions],
  ],
])('every option of %sreader.py is known, with its type and default', (reader, readers, options) => {
  const asked = askedFor(reader);
  expect(asked.length).toBeGreaterThan(5);
  expect([...new Set(asked)].sort()).toEqual([...new Set(options.map(inPython))].sort());
  const names = asked.map(each => each.split(' ')[0]!);
  expect(names.filter(name => !readers.some(each => isKnownOption(each, name)))).toEqual([]);
});

/** Who reads the options of a section; undefined where they are parameters, or nobody's. */
function readersOf(kind: TreeFile['kind'], section: string): readonly Reader[] {
  if (section === 'INCLUDES') return ['includes'];
  if (kind === 'jail') return ['jail'];
  if (kind === 'fail2ban') return section === 'Thread' ? ['thread'] : ['daemon'];
  return section === 'Definition' ? [kind] : [];
}

/** What is left over in stock files: nothing asks for it. */
const leftOver = new Set([
  'action.d/shorewall-ipset-proto6.conf timeout-bantime',
  'action.d/xarf-login-attack.conf loglines',
  'filter.d/asterisk.conf iso8601',
]);

test.each(corpusTrees('stock'))('every option in the files of %s is known, or asked for by a value', tree => {
  const snapshot = diskSnapshot(tree);
  const files = listTreeFiles(resolve(snapshot, inferRelease(snapshot).release));
  expect(files.length).toBeGreaterThan(readdirSync(join(tree, 'filter.d')).length);
  const references = collectReferences(files);
  const unknown = files.flatMap(({ file, kind }) =>
    file.tree.sections.flatMap(section =>
      section.options
        .filter(({ key }) => !key.startsWith('_') && !references.has(key))
        .filter(({ key }) => {
          const readers = readersOf(kind, section.name);
          return readers.length > 0 && !readers.some(each => isKnownOption(each, key));
        })
        .map(({ key }) => `${file.name} ${key}`),
    ),
  );
  // all of these hold variables, for jails of other packages too
  const isPath = (name: string) => name.startsWith('paths-');
  expect(unknown.filter(name => !isPath(name) && !leftOver.has(name))).toEqual([]);
});
