import type { Facts } from '../host/facts';
import { faultOf, pointerNames, type Reading, type Validator } from './schema-fault';
import { validateFacts } from './validate-facts';

const validate: Validator = validateFacts;

/** Reads the text of a facts file (schemas/facts.schema.json). Unknown keys are ignored; the first wrong type is the fault. */
export function readFacts(text: string): Reading<Facts> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return faultOf('is not JSON', 'the file for --facts holds one JSON object');
  }
  if (validate(data)) return { kind: 'value', value: data as Facts };
  const { instancePath, keyword, params } = validate.errors![0]!;
  const key = pointerNames(instancePath).join('.');
  if (key === '') return faultOf('holds no facts', 'the file for --facts holds one JSON object');
  if (keyword === 'required') return faultOf(`${key} lacks "${params.missingProperty}"`);
  const type = String(params.type);
  return faultOf(`${key} is not ${typeNames.get(type) ?? type}`);
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['array', 'a list'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['integer', 'a whole number'],
  ['object', 'an object'],
]);
