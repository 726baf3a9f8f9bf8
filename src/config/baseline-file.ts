import { compareCodePoints } from '../files/posix-path';
import { type BaselineEntry, entryName } from '../lint/baseline/entry';
import { excerpt } from '../text/excerpt';
import { faultOf, pointerNames, type Reading, type Validator } from './schema-fault';
import { validateBaseline } from './validate-baseline';

/** An entry, and how many findings are like it. */
export interface CountedEntry {
  readonly entry: BaselineEntry;
  readonly count: number;
}

/** Entries by their names. */
export type BaselineContent = ReadonlyMap<string, CountedEntry>;

type Row = { readonly [Key in keyof BaselineEntry]?: string } & { readonly count?: number };

const validate: Validator = validateBaseline;
const rewrite = '--update-baseline=all writes it anew where it is removed';

/** Reads the text of a baseline (schemas/baseline.schema.json); what is wrong first is the fault. */
export function readBaseline(text: string): Reading<BaselineContent> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return faultOf('is not JSON', rewrite);
  }
  if (!validate(data)) {
    const { instancePath, keyword, params } = validate.errors![0]!;
    const place = pointerNames(instancePath).join('.');
    const what =
      keyword === 'additionalProperties'
        ? `${excerpt(String(params.additionalProperty))} is not known`
        : keyword === 'required'
          ? `"${params.missingProperty}" is missing`
          : keyword === 'const'
            ? 'is of another version of f2blint'
            : `is no ${params.type ?? 'valid value'}`;
    return faultOf(`is no baseline: ${excerpt(place)}${place === '' ? '' : ' '}${what}`, rewrite);
  }
  const { findings } = data as { readonly findings: readonly Row[] };
  const content = new Map<string, CountedEntry>();
  for (const { count = 1, ...row } of findings) addEntry(content, entryFrom(row), count);
  return { kind: 'value', value: content };
}

function entryFrom({
  file = '',
  section = '',
  option = '',
  element = '',
  jail = '',
  rule = '',
  value,
}: Row): BaselineEntry {
  return { file, section, option, element, jail, rule, value };
}

/** Counts an entry. */
export function addEntry(content: Map<string, CountedEntry>, entry: BaselineEntry, count = 1): void {
  const name = entryName(entry);
  content.set(name, { entry, count: (content.get(name)?.count ?? 0) + count });
}

/** The text of a baseline: a line for each entry, always in the same order. */
export function writeBaseline(content: BaselineContent): string {
  const rows = [...content]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, { entry, count }]) => `  ${JSON.stringify(rowOf(entry, count))}`);
  const findings = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n ]`;
  return `{\n "schemaVersion": 1,\n "findings": ${findings}\n}\n`;
}

/** Without what is empty, in the order in which a person looks for it. */
function rowOf({ file, section, option, element, jail, rule, value }: BaselineEntry, count: number): Row {
  return {
    file,
    ...(section !== '' && { section }),
    ...(option !== '' && { option }),
    ...(element !== '' && { element }),
    ...(jail !== '' && { jail }),
    rule,
    ...(value !== undefined && { value }),
    ...(count > 1 && { count }),
  };
}
