import { rules as builtIn } from '../../rules/index';
import type { Rule } from '../lint/rule';

/** Every rule there is. */
export const allRules: readonly Rule[] = builtIn;
