import Ajv, { type ErrorObject, type Options } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { pointerNames } from '../config/schema-fault';
import type { PolicyCheck, Violation } from '../lint/policy/violation';

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
  const draft = new Map<string, unknown>(Object.entries(schema)).get('$schema');
  const ajv =
    typeof draft === 'string' && /draft-0[67]/.test(draft) ? new Ajv(options) : new Ajv2020(options);
  const validate = ajv.compile<unknown>(schema);
  return document => (validate(document) ? [] : withoutBranches(validate.errors ?? []).map(violationOf));
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
