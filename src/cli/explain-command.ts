import { isKnownOption } from '../knowledge/misspelt-options';
import { ruleText } from '../report/rule-text';
import { closestName } from '../text/closest-name';
import { allRules as rules } from './all-rules';
import { type ExitCode, exitCode, type Io, UserError } from './io';

/** `f2blint explain RULE`: what a rule finds, why that is wrong, and how to mend it. */
export function explainCommand(name: string, io: Io): ExitCode {
  const rule = rules.find(each => each.id === name);
  if (rule === undefined) throw unknownName(name);
  io.write(ruleText(rule));
  return exitCode.clean;
}

const readers = ['jail', 'daemon', 'thread', 'filter', 'action', 'includes'] as const;

function unknownName(name: string): UserError {
  if (readers.some(reader => isKnownOption(reader, name.toLowerCase()))) {
    return new UserError(
      `${name} is an option of fail2ban, and only rules are explained so far`,
      'f2blint show says what it is set to, jail.conf(5) what it is for',
    );
  }
  const ids = rules.map(rule => rule.id);
  const close = ids.find(id => id.endsWith(`/${name}`)) ?? closestName(name, ids);
  return new UserError(
    `there is no rule ${name}`,
    close === undefined ? 'f2blint rules lists them' : `did you mean ${close}?`,
  );
}
