import expired from '../../rules/suppression/expired';
import malformed from '../../rules/suppression/malformed';
import missingReason from '../../rules/suppression/missing-reason';
import unknownRule from '../../rules/suppression/unknown-rule';
import unused from '../../rules/suppression/unused';
import type { ExampleTree } from '../../src/lint/rule';
import { testRule } from './test-rule';

const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';

/** A tree with comments above a line that bans for ever. */
function tree(comments: string, bantime = 'bantime = -1\n'): ExampleTree {
  return {
    'jail.local': `[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n${comments}${bantime}`,
    'filter.d/sshd.conf': filter,
  };
}

const jailWith = (comments: string, bantime?: string) => ({
  'jail.local': tree(comments, bantime)['jail.local']!,
});

testRule(missingReason, {
  valid: {
    'a reason': tree('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    'a reason without much': tree('#f2blint-disable-next-line policy/permanent-ban -- x\n'),
    'an end needs none': tree('# f2blint-disable policy/* -- by hand\n# f2blint-enable policy/*\n'),
    'a comment about f2blint': tree('# f2blint says nothing of this\n# f2blint-disabled once\n'),
  },
  invalid: {
    'no reason': {
      tree: tree('# ⟦f2blint-disable-next-line policy/permanent-ban⟧\n'),
      messages: ['the comment hides nothing, as it gives no reason: -- and a few words belong behind it'],
      severity: 'warning',
      fixed: jailWith(''),
    },
    'an empty reason': {
      tree: tree('; ⟦f2blint-disable-file policy/permanent-ban --⟧  \n'),
      messages: ['the comment hides nothing, as it gives no reason: -- and a few words belong behind it'],
    },
    'a reason without dashes': {
      tree: tree('# f2blint-disable policy/permanent-ban ⟦because of the abuse desk⟧\n'),
      messages: ['the comment hides nothing, as -- is missing in front of the reason'],
      fixed: jailWith('# f2blint-disable policy/permanent-ban -- because of the abuse desk\n'),
    },
  },
});

testRule(unknownRule, {
  valid: {
    'a rule': tree('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    'a group': tree('# f2blint-disable-next-line policy/* -- by hand\n'),
    'the rule of a policy that is not there': tree('# f2blint-disable-file policy/schema -- elsewhere\n'),
  },
  invalid: {
    'a slip of the pen': {
      tree: tree('# f2blint-disable-next-line ⟦policy/permanent-bann⟧ -- by hand\n'),
      messages: ['there is no rule policy/permanent-bann; did you mean policy/permanent-ban?'],
      fixed: jailWith('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    },
    'a name without its group': {
      tree: tree('# f2blint-disable-next-line ⟦permanent-ban⟧ -- by hand\n'),
      messages: ['there is no rule permanent-ban; did you mean policy/permanent-ban?'],
    },
    'one of several': {
      tree: tree('# f2blint-disable-next-line policy/permanent-ban, ⟦no/thing⟧ -- by hand\n'),
      messages: ['there is no rule no/thing'],
      fixed: jailWith('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    },
    'no group that is meant': {
      tree: tree('# f2blint-disable-next-line policy/permanent-ban, ⟦policy/x⟧ -- by hand\n'),
      messages: ['there is no rule policy/x'],
    },
    'an unknown group': {
      tree: tree('# f2blint-disable ⟦polisy/*⟧ -- by hand\n'),
      messages: ['there is no rule polisy/*; did you mean policy/*?'],
    },
    'all of them': {
      tree: tree('# f2blint-disable ⟦*⟧ -- by hand\n'),
      messages: ['rules are suppressed by name, or a whole group as GROUP/*'],
    },
    'what is said of comments': {
      tree: tree('# f2blint-disable-file ⟦suppression/*⟧, ⟦suppression/unused⟧ -- by hand\n'),
      messages: [
        'suppression/* can not be suppressed by a comment',
        'suppression/unused can not be suppressed by a comment',
      ],
    },
    'no rule at all': {
      tree: tree('# f2blint-disable-next-line ⟦__proto__⟧ -- by hand\n'),
      messages: ['there is no rule __proto__'],
      fixed: jailWith(''),
    },
  },
});

testRule(expired, {
  valid: {
    'no last day': tree('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    'the last day is today': tree(
      '# f2blint-disable-next-line policy/permanent-ban until 2026-01-01 -- by hand\n',
    ),
    'a word of the reason': tree(
      '# f2blint-disable-next-line policy/permanent-ban -- until 2024-01-01 they did it by hand\n',
    ),
  },
  invalid: {
    yesterday: {
      tree: tree('# f2blint-disable-next-line policy/permanent-ban ⟦until 2025-12-31⟧ -- by hand\n'),
      messages: ['the comment hides nothing any more, as 2025-12-31 is over'],
      severity: 'warning',
      fixed: jailWith(''),
    },
    'a block': {
      tree: tree('# f2blint-disable policy/*, jail/* ⟦until 1999-12-31⟧ -- by hand\n'),
      messages: ['the comment hides nothing any more, as 1999-12-31 is over'],
    },
    'in sshd_config': {
      tree: {
        ...tree(''),
        'ssh/sshd_config':
          '# f2blint-disable-next-line sshd/root-login ⟦until 2025-02-28⟧ -- by hand\nPermitRootLogin yes\n',
      },
      messages: ['the comment hides nothing any more, as 2025-02-28 is over'],
    },
  },
});

testRule(malformed, {
  valid: {
    'words of its own': tree('# f2blint-settings of this host\n# f2blint, the linter\n#f2blint\n'),
    'a disabled jail in prose': tree('# f2blinted\n# see f2blint-disable-next-line\n'),
    'no comment line': tree('bantime.rndtime = 1 # f2blint-disable-nextline\n'),
  },
  invalid: {
    'a word of other linters': {
      tree: tree('# ⟦f2blint-disable-line⟧ policy/permanent-ban -- by hand\n'),
      messages: [
        'the comment hides nothing: f2blint-disable-line is not known; did you mean f2blint-disable-next-line?',
      ],
    },
    'a slip of the pen': {
      tree: tree('# ⟦f2blint-disable-nextline⟧ policy/permanent-ban -- by hand\n'),
      messages: [
        'the comment hides nothing: f2blint-disable-nextline is not known; did you mean f2blint-disable-next-line?',
      ],
      fixed: jailWith('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    },
    'a colon': {
      tree: tree('# ⟦f2blint: disable⟧ policy/permanent-ban -- by hand\n'),
      messages: ['the comment hides nothing: f2blint: disable is not known; did you mean f2blint-disable?'],
      fixed: jailWith('# f2blint-disable policy/permanent-ban -- by hand\n'),
    },
    'other letters': {
      tree: tree('# ⟦f2blint-Disable⟧ policy/permanent-ban -- by hand\n'),
      messages: ['the comment hides nothing: f2blint-Disable is not known; did you mean f2blint-disable?'],
    },
    'no rule': {
      tree: tree('# ⟦f2blint-disable-next-line -- by hand⟧\n'),
      messages: ['the comment hides nothing, as it names no rule'],
      fixed: jailWith(''),
    },
    'no date': {
      tree: tree('# f2blint-disable-next-line policy/permanent-ban ⟦until summer⟧ -- by hand\n'),
      messages: [
        'the comment hides nothing, as a date such as 2027-01-31 and nothing else belongs behind until, not summer',
      ],
    },
    'no day of any month': {
      tree: tree('# f2blint-disable-next-line policy/permanent-ban ⟦until 2026-02-30⟧ -- by hand\n'),
      messages: [
        'the comment hides nothing, as a date such as 2027-01-31 and nothing else belongs behind until, not 2026-02-30',
      ],
    },
  },
});

const day = 'bantime = 1d\n';
const nothing = 'the comment hides nothing, as there is nothing to hide';

testRule(unused, {
  valid: {
    'one that hides something': tree('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    'a group that does': tree('# f2blint-disable-next-line policy/* -- by hand\n'),
    'the rule needs facts': tree('# f2blint-disable-next-line files/writable -- by hand\n', day),
    'the rule needs sshd_config': tree('# f2blint-disable-next-line coverage/ssh-port -- by hand\n', day),
    'the jail is off': {
      'jail.local': `[sshd]\nenabled = false\nfilter = sshd\n# f2blint-disable-next-line policy/permanent-ban -- by hand\n${day}`,
      'filter.d/sshd.conf': filter,
    },
    'the tree can not be loaded': tree(
      '# f2blint-disable-next-line policy/permanent-ban -- by hand\n',
      `${day}${day}`,
    ),
    'a file that is not read': {
      ...tree(''),
      'filter.d/x.conf': `# f2blint-disable-file filter/no-host -- by hand\n${filter}`,
    },
    'another fault': tree('# f2blint-disable-next-line policy/permanent-ban\n', day),
  },
  invalid: {
    'nothing to hide': {
      tree: tree('# ⟦f2blint-disable-next-line policy/permanent-ban -- by hand⟧\n', day),
      messages: [nothing],
      severity: 'info',
      fixed: jailWith('', day),
    },
    'one of two': {
      tree: tree('# f2blint-disable-next-line ⟦policy/too-lenient⟧, policy/permanent-ban -- by hand\n'),
      messages: ['policy/too-lenient hides nothing here'],
      fixed: jailWith('# f2blint-disable-next-line policy/permanent-ban -- by hand\n'),
    },
    'the same twice': {
      tree: tree(
        '# f2blint-disable-next-line policy/permanent-ban -- by hand\n# ⟦f2blint-disable-next-line policy/permanent-ban -- by hand⟧\n',
      ),
      messages: [nothing],
    },
    'an end without a beginning': {
      tree: tree('# ⟦f2blint-enable policy/permanent-ban⟧\n# ⟦f2blint-enable⟧\n', day),
      messages: [
        'the comment ends no suppression, as there is nothing to end',
        'the comment ends no suppression, as there is nothing to end',
      ],
      fixed: jailWith('', day),
    },
    'the end of the file': {
      tree: tree('', `${day}# ⟦f2blint-disable-next-line policy/permanent-ban -- by hand⟧\n`),
      messages: [nothing],
    },
    'in a filter that is in use': {
      tree: {
        ...tree(''),
        'filter.d/sshd.local':
          '[Definition]\n# ⟦f2blint-disable-next-line filter/no-host -- by hand⟧\nfailregex = ^<HOST>$\n',
      },
      messages: [nothing],
    },
  },
});
