import type { Rule } from '../src/api';
import duplicateOption from './syntax/duplicate-option';

export const rules: readonly Rule[] = [duplicateOption];
