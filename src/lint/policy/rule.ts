import { nameJails } from '../jails-by-place';
import type { Jail } from '../model';
import { defineRule, type Rule } from '../rule';
import { policyDocument } from './document';
import { type Subject, subjectOf } from './subject';
import type { PolicyCheck, Violation } from './violation';
import { describeViolation } from './words';

/** The rule that reports what a policy of the user's own asks for and the configuration does not fulfil. */
export function policyRule(check: PolicyCheck): Rule {
  return defineRule({
    id: 'policy/schema',
    severity: 'warning',
    summary: 'what the policy of .f2blintrc asks for is not so',
    why: `An organisation has rules of its own: how long bans last, which networks are exempt everywhere, which jails have to run. Written
once as a JSON Schema over the effective configuration and named in .f2blintrc under [policy], they hold for every tree, whatever file
or default a value comes from.`,
    fix: 'change the value, or the policy; docs/policy.md of f2blint says how to write one',
    bad: {
      'jail.local':
        '[DEFAULT]\nbantime = 10m\nignoreip = 127.0.0.1/8 203.0.113.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
      'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    },
    good: {
      'jail.local':
        '[DEFAULT]\nbantime = 1d\nignoreip = 127.0.0.1/8 203.0.113.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
      'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    },
    evidence: ['https://json-schema.org/draft/2020-12/json-schema-validation'],
    check(model, report) {
      for (const { subject, jails, message } of groupViolations(check(policyDocument(model)), violation =>
        subjectOf(model, violation),
      )) {
        if (subject.place === undefined) continue;
        report({
          at: subject.place,
          message: message(jails),
          ...(jails.length === 1 && { jail: jails[0]!.name }),
          ...(subject.option !== undefined && { option: subject.option }),
        });
      }
    },
  });
}

interface Group {
  readonly subject: Subject;
  readonly jails: readonly Jail[];
  readonly message: (jails: readonly Jail[]) => string;
}

/** Puts together what jails get from one line. */
function groupViolations(
  violations: readonly Violation[],
  find: (violation: Violation) => Subject | undefined,
): readonly Group[] {
  const groups = new Map<unknown, Map<string, Group & { readonly jails: Jail[] }>>();
  for (const violation of violations) {
    const subject = find(violation);
    if (subject === undefined) continue;
    const { jail, option, setting } = subject;
    const message = messageOf(violation, option);
    const key = setting ?? jail;
    const atKey = groups.get(key) ?? new Map<string, Group & { readonly jails: Jail[] }>();
    groups.set(key, atKey);
    const group = atKey.get(message([]));
    if (group === undefined)
      atKey.set(message([]), { subject, jails: jail === undefined ? [] : [jail], message });
    else if (jail !== undefined && !group.jails.includes(jail)) group.jails.push(jail);
  }
  return [...groups.values()].flatMap(atKey => [...atKey.values()]);
}

function messageOf(violation: Violation, option: string | undefined): (jails: readonly Jail[]) => string {
  const { path, name, keyword, reason } = violation;
  const because = reason === undefined ? '' : ` (${reason})`;
  if (option === undefined) {
    const isJail = path[0] === 'jails' && name !== undefined && path.length === 1;
    const what =
      isJail && keyword === 'required' ? `there is no jail [${name}], which the policy asks for` : undefined;
    return jails => {
      if (what !== undefined) return `${what}${because}`;
      const subject = jails.length > 0 ? nameJails(jails, 'is', 'are') : 'the configuration is';
      return `${subject} not as the policy asks${because}`;
    };
  }
  const inner = path.slice(path[0] === 'jails' ? 3 : 2).filter(each => !/^\d+$/.test(each));
  const words = describeViolation(violation, option);
  const label = [option, ...inner].join(' ');
  return jails =>
    jails.length === 0
      ? `${label} ${words}${because}`
      : `${label} of ${nameJails(jails, words, words)}${because}`;
}
