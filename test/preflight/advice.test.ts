import { jailFile, predict, type Tree } from './predict';

const modes = '[Definition]\nmdre-normal = ^x <HOST>\nmdre-more = ^y <HOST>\nfailregex = <mdre-<mode>>\n';

function modeOf(mode: string): Tree {
  return { 'filter.d/test.conf': modes, 'jail.conf': jailFile('test', `filter = test[mode=${mode}]`) };
}

test.each<[what: string, tree: Tree, advice: string | undefined]>([
  ['a misspelt mode', modeOf('normaal'), 'did you mean normal?'],
  ['another mode', modeOf('aggressive'), 'one of normal, more'],
  [
    'a tag that is no mode',
    { 'filter.d/test.conf': '[Definition]\nfailregex = <nosuch>\n' },
    'put <HOST> where the address stands',
  ],
  ['a misspelt filter', { 'jail.conf': jailFile('test', 'filter = tset') }, 'did you mean test?'],
  ['a filter like no other', { 'jail.conf': jailFile('test', 'filter = xyz') }, undefined],
  [
    'arguments on the next line',
    { 'jail.conf': jailFile('test', 'action = dummy\n  [name=x]') },
    'put the [ right behind dummy',
  ],
  [
    'a filter that can not be read',
    { 'filter.d/test.conf': { kind: 'undecodable', head: '', byte: 0xe4, line: 1, column: 1 } },
    'save the file as UTF-8',
  ],
])('of %s', (_, tree, advice) => {
  expect(predict(tree).reasons.map(reason => reason.advice)).toEqual([advice]);
});
