import Ajv, { type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { pointerNames } from '../config/schema-fault';
import type { PolicyCheck, Violation } from '../lint/policy/violation';
import { closestName } from '../text/closest-name';

const options: Options = {
  allErrors: true,
  verbose: true,
  ownProperties: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  logger: false,
};

/**
 * Compiles a JSON Schema, draft-07 or 2020-12, which its `$schema` tells; 2020-12 without one. Throws an Error for a schema that is
 * none or that refers to other files: nothing is ever fetched.
 */
export function compileSchema(schema: unknown): PolicyCheck {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    throw new Error('it is no object');
  const top = new Map<string, unknown>(Object.entries(schema));
  // what such a schema gives is a promise, which is never false
  if (top.has('$async')) throw new Error('$async has no place in a policy');
  const draft = top.get('$schema') ?? '2020-12';
  if (!/draft-07|2020-12/.test(String(draft)))
    throw new Error(`its $schema is ${draft}; f2blint reads 2020-12 and draft-07`);
  const ajv = /draft-07/.test(String(draft)) ? new Ajv(options) : new Ajv2020(options);
  const validate = compile(ajv, schema);
  return document => (validate(document) ? [] : withoutBranches(validate.errors ?? []).map(violationOf));
}

function compile(ajv: Ajv | Ajv2020, schema: object): ValidateFunction {
  try {
    return ajv.compile<unknown>(schema);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('missingRef' in error)
      throw new Error(`it refers to ${error.missingRef}, and nothing is fetched: put that under $defs`);
    const word = /^strict mode: unknown keyword: "(.*)"$/.exec(error.message)?.[1];
    const meant = word === undefined ? undefined : closestName(word, Object.keys(ajv.RULES.keywords));
    if (meant === undefined) throw error;
    throw new Error(`unknown keyword: "${word}"; did you mean "${meant}"?`);
  }
}

/** Keywords whose own fault says all: what their parts say is how it came about. */
const joining: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames']);

function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (joining.has(error.keyword)) {
      // the parts come right before
      while (kept.length > 0 && isPart(kept.at(-1)!, error)) kept.pop();
    }
    kept.push(error);
  }
  return kept;
}

function isPart(part: ErrorObject, { schemaPath, instancePath }: ErrorObject): boolean {
  if (part.instancePath !== instancePath && !part.instancePath.startsWith(`${instancePath}/`)) return false;
  return part.schemaPath.startsWith(`${schemaPath}/`) || /^#\/(?:\$defs|definitions)\//.test(part.schemaPath);
}

function violationOf({ instancePath, keyword, params, schema, parentSchema, data }: ErrorObject): Violation {
  const given = new Map<string, unknown>(Object.entries(params));
  const name = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']
    .map(each => given.get(each))
    .find(each => typeof each === 'string');
  return {
    path: pointerNames(instancePath),
    keyword,
    asked: schema,
    name: name as string | undefined,
    value: data,
    reason: reasonOf(parentSchema),
  };
}

function reasonOf(schema: object | undefined): string | undefined {
  const words = new Map<string, unknown>(Object.entries(schema ?? {}));
  return [words.get('title'), words.get('description')].find(
    (each): each is string => typeof each === 'string',
  );
}
