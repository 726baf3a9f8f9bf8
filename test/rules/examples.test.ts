import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { listRuleIds } from '../../scripts/rule-index';
import { lintExample } from '../../src/lint/example';
import { severities } from '../../src/lint/finding';
import type { ExampleTree, Rule } from '../../src/lint/rule';
import { evidenceUrl } from '../../src/report/evidence-url';
import { fixTree } from '../fix/fix-tree';

const root = join(__dirname, '../..');
const tests = readdirSync(__dirname)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(join(__dirname, name), 'utf8'));

/** What all rules say about an example. */
function findings(tree: ExampleTree) {
  return lintExample(tree, rules).diagnostics;
}

test('rules/index.ts has the rules under the names of their files', () => {
  expect(rules.map(rule => rule.id)).toEqual(listRuleIds(root));
});

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('the bad example gives this finding and no other error', () => {
    const found = findings(rule.bad);
    expect(found.map(each => each.rule)).toContain(id);
    const others = found.filter(each => each.rule !== id && each.severity === 'error');
    expect(others.map(each => `${each.rule}: ${each.message}`)).toEqual([]);
  });

  test('the fix of the bad example is proven', () => {
    const fixable = findings(rule.bad).filter(each => each.rule === id && each.fix?.edits.length);
    if (fixable.length === 0) return;
    const { refused, state } = fixTree(rule.bad);
    expect(refused.filter(each => each.diagnostic.rule === id).map(each => each.why)).toEqual([]);
    expect(state.outcome.diagnostics.filter(each => each.rule === id && each.fix?.edits.length)).toEqual([]);
  });

  test('the good example gives none of this rule', () => {
    const own = findings(rule.good).filter(each => each.rule === id);
    expect(own.map(each => each.message)).toEqual([]);
  });

  test('has a severity there is', () => {
    expect(severities).toContain(rule.severity);
  });

  test('has cases in test/rules', () => {
    const name = tests
      .map(text => new RegExp(`^import (\\w+) from '../../rules/${id}';$`, 'm').exec(text)?.[1])
      .find(found => found !== undefined);
    expect(name).toBeDefined();
    expect(tests.some(text => text.includes(`testRule(${name}, {`))).toBe(true);
  });

  test('says everything, in the form messages have', () => {
    const messages = [rule.bad, rule.good].flatMap(findings).filter(each => each.rule === id);
    const texts = [
      rule.summary,
      rule.fix,
      ...messages.flatMap(each => [each.message, ...each.related.map(place => place.message)]),
    ];
    for (const text of texts) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text).not.toMatch(/^[A-Z][a-z]*(?:\W|$)/);
      expect(text).not.toMatch(/[.!]$/);
      expect(text).not.toMatch(/\p{Cc}/u);
    }
    expect(rule.why).toMatch(/^\S.*[.)]$/s);
    expect(rule.why).not.toMatch(/[^\P{Cc}\n]/u);
    expect(allTexts(rule)).not.toMatch(/TODO|FIXME/);
  });

  test('its evidence can be looked up', () => {
    expect(rule.evidence.length).toBeGreaterThan(0);
    expect(new Set(rule.evidence).size).toBe(rule.evidence.length);
    for (const evidence of rule.evidence) {
      const isManual = /^[a-z][\w.-]*\(\d\)$/.test(evidence);
      expect([evidence, isManual || evidenceUrl(evidence) !== undefined]).toEqual([evidence, true]);
    }
  });
});

function allTexts(rule: Rule): string {
  const trees = [rule.bad, rule.good].flatMap(tree => Object.entries(tree).flat());
  return [rule.summary, rule.why, rule.fix, ...rule.evidence, ...trees].join('\n');
}
