import Ajv from 'ajv';
import schema from '../schemas/sarif-2.1.0.schema.json';

// the schema is of draft 4, where `id` names a schema; what else it says means the same in draft 7
const { $schema: _, id: __, ...draft7 } = schema;
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: text => /^[a-z][a-z0-9+.-]*:[!-~]*$/i.test(text) && URL.canParse(text),
    'uri-reference': text =>
      /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[\da-f]{2})*$/i.test(text) && URL.canParse(text, 'https://x/'),
    'date-time': text => !Number.isNaN(Date.parse(text)),
  },
}).compile(draft7);

/** What the JSON Schema of SARIF 2.1.0 has against a document; empty where it is right. */
export function sarifFaults(document: unknown): readonly object[] {
  return validate(document) ? [] : (validate.errors ?? []);
}
