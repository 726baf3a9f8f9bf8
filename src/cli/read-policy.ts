import type { PolicyCheck } from '../lint/policy/violation';
import { UserError } from './io';
import { readText } from './read-config';

const hint = 'the file for [policy] schema holds a JSON Schema, see docs/policy.md';

/** The policy in a file. ajv is loaded for it alone. What is no JSON Schema is a UserError. */
export async function readPolicy(file: string): Promise<PolicyCheck> {
  const text = readText(file);
  let schema: unknown;
  try {
    schema = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${messageOf(error)}`, hint);
  }
  const { compileSchema } = await import('./compile-schema');
  try {
    const check = compileSchema(schema);
    // a schema that refers to itself without end shows at once
    check({ jails: {}, fail2ban: {} });
    return document => {
      try {
        return check(document);
      } catch (error) {
        throw unusable(error);
      }
    };
  } catch (error) {
    throw unusable(error);
  }

  function unusable(error: unknown): UserError {
    return new UserError(`${file} cannot be used as a JSON Schema: ${messageOf(error)}`, hint);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
