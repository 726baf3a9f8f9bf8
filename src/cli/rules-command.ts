import { ruleListJson, ruleListText } from '../report/rule-list';
import { allRules as rules } from './all-rules';
import { type ExitCode, exitCode, type Io, UserError } from './io';

export interface RulesOptions {
  readonly format: string;
}

/** `f2blint rules`: all rules, a line each. */
export function rulesCommand({ format }: RulesOptions, io: Io): ExitCode {
  if (format === 'text') io.write(ruleListText(rules));
  else if (format === 'json') io.write(ruleListJson(rules));
  else throw new UserError(`there is no format ${format}`, 'one of text, json');
  return exitCode.clean;
}
