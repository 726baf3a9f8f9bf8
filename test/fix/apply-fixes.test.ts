import abuseMail from '../../rules/action/abuse-mail';
import badArguments from '../../rules/action/bad-arguments';
import confEdited from '../../rules/resolution/conf-edited';
import renamedJail from '../../rules/upgrade/renamed-jail';
import badTime from '../../rules/value/bad-time';
import wrongType from '../../rules/value/wrong-type';
import { atSetting, type Rule } from '../../src/api';
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

test('a fix that brings a finding to light is made with the fix of that', () => {
  const jail = `[DEFAULT]\nbantime = 2hrs\nignoreip = 192.0.2.1\n[web]\n${web.replace('true', 'ture')}`;
  const run = fixTree({ ...sound, 'jail.local': jail }, [wrongType, badTime], 'safe');
  expect(changedFiles(run)['jail.local']).toBe(jail.replace('ture', 'true').replace('2hrs', '2h'));
  expect(run.refused).toEqual([]);
});

test('a fix that brings a finding nobody can mend is refused, and says which', () => {
  const jail = `[web]\n${web.replace('true', 'ture')}bantime = soon\n`;
  const run = fixTree({ ...sound, 'jail.local': jail }, [wrongType, badTime], 'safe');
  expect(changedFiles(run)).toEqual({});
  expect(run.refused.map(each => each.why)).toEqual([
    expect.stringMatching(/^it would bring a new finding, value\/bad-time: bantime = "soon" /),
  ]);
});

test('a note about what runs again does not keep an error from being mended', () => {
  const jail = `[web]\n${web.replace('= drop', '= drop[port=80,443]\n  abuseipdb')}`;
  const report = { 'action.d/abuseipdb.conf': '[Definition]\nactionban = report <ip>\n' };
  const run = fixTree({ ...sound, ...report, 'jail.local': jail }, [badArguments, abuseMail], 'safe');
  expect(changedFiles(run)['jail.local']).toBe(jail.replace('80,443', '"80,443"'));
  expect(run.state.outcome.diagnostics.map(each => `${each.severity} ${each.rule}`)).toEqual([
    'info action/abuse-mail',
  ]);
});

test('a fix may declare every option of a section', () => {
  const jail = `[ssh]\n${web}`.replace('filter = web\n', '');
  const stock = { 'jail.conf': '[sshd]\nfilter = web\n' };
  const run = fixTree({ ...sound, ...stock, 'jail.local': jail }, [renamedJail], 'safe');
  expect(changedFiles(run)).toEqual({ 'jail.local': jail.replace('[ssh]', '[sshd]') });
});

test('a finding that moves with a setting is no new one', () => {
  const note: Rule = {
    ...confEdited,
    id: 'test/note',
    check({ setup }, report) {
      const setting = setup.daemon.family.defaults.get('dbpurgeage');
      if (setting !== undefined) report({ at: atSetting(setting), message: 'stands here' });
    },
  };
  const run = fixTree(confEdited.bad, [confEdited, note]);
  expect(run.refused).toEqual([]);
  expect(run.state.outcome.diagnostics.map(each => each.range.file.name)).toEqual(['fail2ban.local']);
});

test('a file that an include leads to by another way is one file', () => {
  const jail = `[web]\n${web}bantime = 2hrs\n`;
  const files = { ...sound, 'jail.local': jail, 'jail.d/x.conf': '[INCLUDES]\nbefore = ../jail.local\n' };
  const run = fixTree(files, [badTime], 'safe');
  expect(changedFiles(run)).toEqual({ 'jail.local': jail.replace('2hrs', '2h') });
  expect(run.refused).toEqual([]);
});
