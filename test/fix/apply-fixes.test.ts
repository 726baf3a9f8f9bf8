import { changedFiles, fixTree } from './fix-tree';

const sound = {
  'fail2ban.conf': '[Definition]\nloglevel = INFO\n',
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};

/** A jail that nothing is to be said of. */
const web = 'enabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n';

test('a value is replaced where it stands, comments and layout stay', () => {
  const jail = `# ours\n[DEFAULT]\nignoreip = 192.0.2.1\n\n[web]\n# on\n${web.replace('true', 'ture')}maxretry=5 ; why\n`;
  const run = fixTree({ ...sound, 'jail.local': jail }, undefined, 'safe');
  expect(changedFiles(run)).toEqual({ 'jail.local': jail.replace('ture', 'true') });
  expect(run.applied.map(each => each.diagnostic.rule)).toEqual(['value/wrong-type']);
  expect(run.state.outcome.diagnostics.filter(each => each.severity === 'error')).toEqual([]);
});
