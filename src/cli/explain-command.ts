import { findByAlias, findOptions, optionNames } from '../knowledge/options';
import { optionsText } from '../report/option-text';
import { ruleText } from '../report/rule-text';
import { closestName } from '../text/closest-name';
import { allRules as rules } from './all-rules';
import { type ExitCode, exitCode, type Io, UserError } from './io';

/** `f2blint explain RULE|OPTION`: what a rule finds, why that is wrong and how to mend it, or what an option does and how it is set. */
export function explainCommand(name: string, io: Io): ExitCode {
  const rule = rules.find(each => each.id === name);
  const text = rule === undefined ? explainOption(name.toLowerCase()) : ruleText(rule);
  if (text === undefined) throw unknownName(name);
  io.write(text);
  return exitCode.clean;
}

function explainOption(name: string): string | undefined {
  const options = findOptions(name);
  if (options.length > 0) return optionsText(options, rules);
  const meant = findByAlias(name);
  if (meant.length === 0) return undefined;
  const names = [...new Set(meant.map(option => option.name))].join(' or ');
  return `fail2ban knows no ${name}: it is called ${names}\n\n${optionsText(meant, rules)}`;
}

function unknownName(name: string): UserError {
  const ids = rules.map(rule => rule.id);
  const close = ids.find(id => id.endsWith(`/${name}`)) ?? closestName(name, [...ids, ...optionNames()]);
  return new UserError(
    `there is no rule or option ${name}`,
    close === undefined
      ? 'f2blint rules lists the rules, docs/options.md the options'
      : `did you mean ${close}?`,
  );
}
