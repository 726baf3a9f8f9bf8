import removedName from '../../rules/upgrade/removed-name';
import renamedJail from '../../rules/upgrade/renamed-jail';
import { testRule } from './test-rule';

testRule(removedName, {
  valid: {},
  invalid: {},
});

testRule(renamedJail, {
  valid: {},
  invalid: {},
});
