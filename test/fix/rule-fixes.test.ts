import filterNotFound from '../../rules/jail/filter-not-found';
import nameTooLong from '../../rules/jail/name-too-long';
import noLogpath from '../../rules/jail/no-logpath';
import continuationNotIndented from '../../rules/syntax/continuation-not-indented';
import duplicateOption from '../../rules/syntax/duplicate-option';
import duplicateSection from '../../rules/syntax/duplicate-section';
import encoding from '../../rules/syntax/encoding';
import inlineComment from '../../rules/syntax/inline-comment';
import parseError from '../../rules/syntax/parse-error';
import percentNotEscaped from '../../rules/syntax/percent-not-escaped';
import undefinedInterpolation from '../../rules/syntax/undefined-interpolation';
import badPort from '../../rules/value/bad-port';
import outOfRange from '../../rules/value/out-of-range';
import placeholder from '../../rules/value/placeholder';
import wrongType from '../../rules/value/wrong-type';
import { defaultRelease, type Rule } from '../../src/api';
import { decode } from '../../src/files/decode';
import { memorySnapshot } from '../../src/files/snapshot';
import { applyFixes } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import type { ExampleTree } from '../../src/lint/rule';
import { changedFiles, fixTree } from './fix-tree';

/** What the safe fixes of some rules make of a jail.local. */
function safely(jail: string, ...rules: readonly Rule[]): string | undefined {
  return changedFiles(fixTree({ 'jail.local': jail }, rules, 'safe'))['jail.local'];
}

function decided(jail: string, ...rules: readonly Rule[]): string | undefined {
  return changedFiles(fixTree({ 'jail.local': jail }, rules))['jail.local'];
}

const jail = 'enabled = true\nfilter =\n';

describe('an option that stands twice', () => {
  test('the same value goes without a question, another one does not', () => {
    expect(safely('[a]\nport = 1\nPORT = 1\n', duplicateOption)).toBe('[a]\nport = 1\n');
    expect(safely('[a]\nport = 1\nport = 2\n', duplicateOption)).toBeUndefined();
  });

  test('of three the last stays', () => {
    expect(decided('[a]\nport = 1\n# b\nport = 2\nport = 3\n', duplicateOption)).toBe('[a]\n# b\nport = 3\n');
  });

  test('lists are put together below what there is, comments stay', () => {
    const text =
      '[a]\nlogpath = /a.log ; one\n          # two\n          /b.log\nlogpath = /b.log\n          /c.log\n';
    expect(decided(text, duplicateOption)).toBe(
      '[a]\nlogpath = /a.log ; one\n          # two\n          /b.log\n          /c.log\n',
    );
  });
});

describe('a section that stands twice', () => {
  test('takes the comment above it along, and leaves no gap', () => {
    const text =
      '[a]\nport = 1\n\n[b]\nport = 2\n\n# more\n[a]\n# why\nmaxretry = 3 ; x\n\n# about c\n[c]\nport = 3\n';
    expect(safely(text, duplicateSection)).toBe(
      '[a]\nport = 1\n# more\n# why\nmaxretry = 3 ; x\n\n[b]\nport = 2\n\n# about c\n[c]\nport = 3\n',
    );
  });

  test('without a last line end', () => {
    expect(safely('[a]\nx = 1\n[b]\ny = 2\n[a]\nz = 3', duplicateSection)).toBe(
      '[a]\nx = 1\nz = 3\n[b]\ny = 2\n',
    );
  });

  test('of an option in both the last counts, which is for the admin to say', () => {
    const text = '[a]\nx = 1\ny = 2\n[b]\n[a]\nx = 1\ny = 3\n';
    expect(safely(text, duplicateSection)).toBeUndefined();
    expect(decided(text, duplicateSection)).toBe('[a]\nx = 1\ny = 3\n[b]\n');
  });

  test('right below the first', () => {
    expect(safely('[a]\nx = 1\n\n[a]\nx = 1\ny = 2\n', duplicateSection)).toBe('[a]\nx = 1\n\ny = 2\n');
  });
});

test('a comment is moved with what stands behind it, a real one stays', () => {
  const text = '[a]\n  enabled = true\t# a ; b\n  maxretry=3 # c\n  filter =\n';
  expect(safely(text, inlineComment)).toBe(
    '[a]\n  # a\n  enabled = true ; b\n  # c\n  maxretry=3\n  filter =\n',
  );
});

test('a comment with its percent signs, of which only the value needs two', () => {
  expect(safely(`[a]\n${jail}maxretry = 3 # 50% more\n`, inlineComment, percentNotEscaped)).toBe(
    `[a]\n${jail}# 50%% more\nmaxretry = 3\n`,
  );
});

test('lines that are indented as little as their option get more', () => {
  expect(safely('[a]\n  logpath =\n  /a.log\n  /b.log\n', continuationNotIndented)).toBe(
    '[a]\n  logpath =\n      /a.log\n      /b.log\n',
  );
});

describe('a line that is rejected', () => {
  test.each([
    ['[a\nenabled = true\n', '[a]\nenabled = true\n'],
    ['[a)\nenabled = true\n', '[a]\nenabled = true\n'],
    ['[a]\nmaxretry   3\n', '[a]\nmaxretry = 3\n'],
  ])('%j is plain', (text, fixed) => {
    expect(safely(`[b]\nport = 1\n${text}`, parseError)).toBe(`[b]\nport = 1\n${fixed}`);
  });

  test.each([
    '[a]\nrubbish\n',
    '[a]\nenabled\n',
    '[a]\nignoreip is set below\n',
    'bantime = 1h\n[a]\nenabled = true\n',
    '[a]\n<<<<<<< ours\nport = 1\n=======\nport = 2\n>>>>>>> theirs\n',
  ])('%j is for the admin to decide', text => {
    expect(safely(text, parseError)).toBeUndefined();
    expect(decided(text, parseError)).not.toContain('\nrubbish');
  });

  test('of a merge the lines of this host stay', () => {
    const text = '[a]\n<<<<<<< ours\nport = 1\n=======\nport = 2\n>>>>>>> theirs\nmaxretry = 3\n';
    expect(decided(text, parseError)).toBe('[a]\nport = 1\nmaxretry = 3\n');
  });

  test('includes above the first section are [INCLUDES]', () => {
    const tree = {
      'filter.d/x.conf': 'before = common.conf\n\n[Definition]\nfailregex = %(start)s<HOST>\n',
      'filter.d/common.conf': '[DEFAULT]\nstart = ^\n[other]\nx = 1\n',
    };
    const run = fixTree(tree, [parseError], 'safe');
    expect(changedFiles(run)).toEqual({ 'filter.d/x.conf': `[INCLUDES]\n${tree['filter.d/x.conf']}` });
  });
});

describe('a file that is not UTF-8', () => {
  function fixBytes(text: string, withDecisions: boolean): string | undefined {
    const path = '/etc/fail2ban/jail.local';
    const snapshot = memorySnapshot(new Map([['jail.local', decode(Buffer.from(text, 'latin1'))]]));
    const config = { release: defaultRelease, rules: [encoding], severities: new Map() };
    return applyFixes(createWorkbench(snapshot, config), withDecisions).state.texts.get(path);
  }

  test('is saved as that; a value that had to be guessed is looked at', () => {
    expect(fixBytes('# B\xfcro\n[a]\nport = 1\n', false)).toBe('# Büro\n[a]\nport = 1\n');
    expect(fixBytes('[a]\nsendername = B\xfcro\n', false)).toBeUndefined();
    expect(fixBytes('[a]\nsendername = B\xfcro\n', true)).toBe('[a]\nsendername = Büro\n');
  });

  test('is left alone where it is no text', () => {
    expect(fixBytes('\xff\0\x01', true)).toBeUndefined();
  });
});

describe('a reference that leads nowhere', () => {
  test('a value that refers to itself goes on with the one before it', () => {
    const tree = {
      'jail.conf': `[a]\n${jail}ignoreip = ::1\n`,
      'jail.local': '[a]\nignoreip = %(ignoreip)s 192.0.2.1\n',
    };
    const run = fixTree(tree, [undefinedInterpolation]);
    expect(changedFiles(run)).toEqual({ 'jail.local': '[a]\nignoreip = %(known/ignoreip)s 192.0.2.1\n' });
  });

  test('not where another option asks for it', () => {
    const text = `[DEFAULT]\ntoken = %(token)s\naction = x\n[a]\n${jail}action = y[a=%(token)s]\n`;
    expect(decided(text, undefinedInterpolation)).toBeUndefined();
    const tree = { 'jail.local': text };
    expect(fixTree(tree, [undefinedInterpolation]).refused).toEqual([]);
  });

  test('gives way to the packaged value; an action goes', () => {
    const packaged = { 'jail.conf': `[a]\n${jail}logpath = /a.log\n` };
    const run = (text: string) =>
      changedFiles(fixTree({ ...packaged, 'jail.local': text }, [undefinedInterpolation]));
    expect(run('[a]\nlogpath = %(nothing)s\nport = 1\n')).toEqual({ 'jail.local': '[a]\nport = 1\n' });
    expect(run('[a]\naction = x\n  %(nothing)s\n  y\n')).toEqual({ 'jail.local': '[a]\naction = x\n  y\n' });
  });
});

describe('a jail', () => {
  const filters = { 'filter.d/sshd.conf': '[Definition]\nfailregex = <HOST>\n' };

  test('whose name is near another one is not called like that', () => {
    const run = fixTree({ ...filters, 'jail.conf': '[sshd]\n', 'jail.local': '[sshf]\nenabled = true\n' }, [
      filterNotFound,
    ]);
    expect(changedFiles(run)).toEqual({});
  });

  test('gets the log of one with the same filter; the settings go there if that is enabled', () => {
    const packaged =
      '[sshd]\nfilter = sshd\nlogpath = %(sshd_log)s\n[DEFAULT]\nsshd_log = /var/log/auth.log\n';
    const own = '[ssh]\nenabled = true\nfilter = sshd\n';
    const run = (more: string) =>
      changedFiles(fixTree({ ...filters, 'jail.conf': packaged, 'jail.local': own + more }, [noLogpath]));
    expect(run('')).toEqual({ 'jail.local': `${own}logpath = %(sshd_log)s\n` });
    expect(run('[sshd]\nenabled = true\n')).toEqual({});
    const other = { 'jail.d/sshd.conf': '[sshd]\nenabled = true\n' };
    const joined = fixTree({ ...filters, ...other, 'jail.conf': packaged, 'jail.local': own }, [noLogpath]);
    expect(changedFiles(joined)).toEqual({ 'jail.local': own.replace('[ssh]', '[sshd]') });
  });

  test('that is called otherwise keeps what is found of it', () => {
    const name = 'a-jail-with-25-characters';
    const tree: ExampleTree = {
      ...filters,
      'action.d/c.conf': '[Definition]\nactionstart = iptables -N f2b-<name>\nactionban = x <ip>\n',
      'jail.local': `[${name}]\nenabled = true\nfilter = sshd\nlogpath = /a.log\naction = c\nport = ssh\n`,
    };
    const run = fixTree(tree);
    expect(run.applied.map(each => each.diagnostic.rule)).toContain(nameTooLong.id);
  });
});

describe('a value', () => {
  test('a number is not written in place of a reference', () => {
    const text = `[DEFAULT]\nbantime = 1h\n[a]\n${jail}maxretry = %(bantime)s\n`;
    expect(decided(text, wrongType)).toBeUndefined();
  });

  test('a number with a unit of time is looked at, and so is one that had to be invented', () => {
    expect(safely(`[a]\n${jail}maxretry = 5x\n`, wrongType)).toBe(`[a]\n${jail}maxretry = 5\n`);
    expect(safely(`[a]\n${jail}maxretry = 5m\n`, wrongType)).toBeUndefined();
    expect(safely(`[a]\n${jail}maxlines = 0\n`, outOfRange)).toBeUndefined();
  });

  test('ports: all faults at once, none twice, names are looked at', () => {
    const action = {
      'action.d/d.conf': '[Definition]\nactionban = iptables -p tcp -m multiport --dports <port> -s <ip>\n',
    };
    const text = (port: string) => `[a]\n${jail}port = ${port}\naction = d[port="%(port)s"]\n`;
    const run = (port: string, which: 'all' | 'safe') =>
      changedFiles(fixTree({ ...action, 'jail.local': text(port) }, [badPort], which))['jail.local'];
    expect(run('22 2200-2210', 'safe')).toBe(text('22,2200:2210'));
    expect(run('imap imap3, pop3', 'safe')).toBeUndefined();
    expect(run('imap imap3, pop3', 'all')).toBe(text('imap,pop3'));
    expect(run('22 70000', 'all')).toBeUndefined();
  });

  test('networks of the admin take the place of YOUR_IP', () => {
    const tree = new Map([['jail.local', `[a]\n${jail}ignoreip = ::1 YOUR_IP\n`]]);
    const run = (networks: readonly string[]) => {
      const admin = { networks, limits: new Map() };
      const config = { release: defaultRelease, rules: [placeholder], severities: new Map(), admin };
      return applyFixes(createWorkbench(memorySnapshot(tree), config), true).state.texts;
    };
    expect([...run([])]).toEqual([]);
    expect([...run(['192.0.2.0/24', '2001:db8::/32'])]).toEqual([
      ['/etc/fail2ban/jail.local', `[a]\n${jail}ignoreip = ::1 192.0.2.0/24 2001:db8::/32\n`],
    ]);
  });
});

test('what %(default/…)s gives changes with [DEFAULT]', () => {
  const text = `[DEFAULT]\nmaxretry = 3 # three\n[a]\n${jail}maxretry = %(default/maxretry)s\n`;
  expect(safely(text, inlineComment)).toBe(text.replace('maxretry = 3 # three', '# three\nmaxretry = 3'));
});
