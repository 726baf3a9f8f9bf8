import { policyRule } from '../lint/policy/rule';
import type { PolicyCheck } from '../lint/policy/violation';
import type { Rule } from '../lint/rule';
import { UserError } from './io';
import type { LintPlan } from './lint-plan';
import { readText } from './read-config';

const hint = 'the file for [policy] schema holds a JSON Schema, see docs/policy.md';

/** The policies of a run. */
export interface Policies {
  /** The rule for that of a plan, if it has one. */
  rulesOf(plan: Pick<LintPlan, 'policySchema'>): Promise<readonly Rule[]>;
  /** Those that were asked for. */
  all(): readonly Rule[];
}

/** Reads policies when they are first asked for, each once. */
export function createPolicies(): Policies {
  const known = new Map<string, Rule>();
  return {
    async rulesOf({ policySchema: file }) {
      if (file === undefined) return [];
      const rule = known.get(file) ?? policyRule(await readPolicy(file));
      known.set(file, rule);
      return [rule];
    },
    all: () => [...known.values()],
  };
}

/** The policy in a file. ajv is loaded for it alone. What is no JSON Schema is a UserError. */
async function readPolicy(file: string): Promise<PolicyCheck> {
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
