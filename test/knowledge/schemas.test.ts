import Ajv from 'ajv/dist/2020';
import actionSchema from '../../schemas/options/action.schema.json';
import fail2banSchema from '../../schemas/options/fail2ban.schema.json';
import filterSchema from '../../schemas/options/filter.schema.json';
import includesSchema from '../../schemas/options/includes.schema.json';
import jailSchema from '../../schemas/options/jail.schema.json';
import { isKnownCodec } from '../../src/knowledge/python-codecs';
import { releaseNames } from '../../src/knowledge/release';
import { isKnownTimeZone } from '../../src/knowledge/time-zones';
import { type ValueFormat, valueFormats } from '../../src/knowledge/value-formats';
import { isBooleanWord } from '../../src/values/boolean';
import { parseExactInteger } from '../../src/values/integer';
import { findNumberFault } from '../../src/values/number-fault';
import { parseTime } from '../../src/values/time';

const schemas = {
  jail: jailSchema,
  fail2ban: fail2banSchema,
  filter: filterSchema,
  action: actionSchema,
  includes: includesSchema,
};

const isInteger = (text: string) => parseExactInteger(text) !== undefined;

/** What can be told of a value alone; that preflight takes the others too is tested with the examples. */
const formats: Readonly<Partial<Record<ValueFormat, (text: string) => boolean>>> = {
  boolean: isBooleanWord,
  integer: isInteger,
  integers: text => findNumberFault('bantime.multipliers', text) === undefined,
  time: text => parseTime(text).kind === 'seconds',
  encoding: text => text === 'auto' || isKnownCodec(text),
  'time-zone': isKnownTimeZone,
  ports: text => text.split(',').every(port => /^(?:\d+(?::\d+)?|[a-z][\w-]*)$/.test(port)),
  path: text => /^(?:\/|auto$|None$)/.test(text),
};

const release = { enum: ['0.10', ...releaseNames] };
const text = { type: 'string' };
const line = { type: 'string', pattern: '^[^\\n]+[^.\\n]$' };

function createAjv(): Ajv {
  const ajv = new Ajv({ strict: true, strictTypes: false });
  for (const name of Object.keys(valueFormats))
    ajv.addFormat(name, formats[name as ValueFormat] ?? (() => true));
  const keywords = {
    'x-stock': { type: ['string', 'null'] },
    'x-stock-until': release,
    'x-since': release,
    'x-until': release,
    'x-note': line,
    'x-variable': { const: true },
    'x-aliases': { type: 'array', items: { type: 'string', pattern: '^[a-z0-9_.-]+$' }, uniqueItems: true },
  };
  for (const [keyword, metaSchema] of Object.entries(keywords)) ajv.addKeyword({ keyword, metaSchema });
  ajv.addSchema(includesSchema);
  return ajv;
}

test.each(Object.entries(schemas))(
  '%s.schema.json is a JSON Schema, without unknown words',
  (name, schema) => {
    const ajv = createAjv();
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() =>
      name === 'includes' ? ajv.getSchema('includes.schema.json') : ajv.compile(schema),
    ).not.toThrow();
  },
);

interface OptionSchema {
  readonly type: string;
  readonly format: string;
  readonly description: string;
  readonly default?: string;
  readonly examples?: readonly string[];
  readonly 'x-stock'?: string | null;
}

const sections: readonly (readonly [string, { readonly properties: object }])[] = [
  ['jail', jailSchema.additionalProperties],
  ['daemon', fail2banSchema.properties.Definition],
  ['thread', fail2banSchema.properties.Thread],
  ['filter', filterSchema.properties.Definition],
  ['filter parameters', filterSchema.properties.Init],
  ['action', actionSchema.properties.Definition],
  ['action parameters', actionSchema.properties.Init],
  ['includes', includesSchema],
];
const options = sections.flatMap(([section, { properties }]) =>
  Object.entries(properties).map(([name, schema]) => [section, name, schema as OptionSchema] as const),
);

const shape = createAjv().compile({
  type: 'object',
  required: ['type', 'format', 'description'],
  properties: {
    type: { const: 'string' },
    format: { enum: Object.keys(valueFormats) },
    description: line,
    default: text,
  },
});

test.each(options)('%s: %s is described, and its values are values', (_, __, schema) => {
  expect(shape(schema) ? [] : shape.errors).toEqual([]);
  const validate = createAjv().compile(schema);
  const { default: own, 'x-stock': stock, examples = [] } = schema;
  // what refers to another value can't be told from its text
  const values = [own, stock, ...examples].filter(each => typeof each === 'string' && !each.includes('%('));
  expect(values.filter(value => !validate(value))).toEqual([]);
});

test('a schema refuses what its format does not allow', () => {
  const validate = createAjv().compile(jailSchema);
  const valid = { DEFAULT: { bantime: '1h', usedns: 'no' }, sshd: { enabled: 'true', my_variable: 'x' } };
  expect(validate(valid)).toBe(true);
  for (const wrong of [
    { bantime: '1hr' },
    { enabled: 'ture' },
    { maxretry: '5 times' },
    { usedns: 'sometimes' },
  ])
    expect(validate({ sshd: wrong })).toBe(false);
});
