import abuseMail from '../../rules/action/abuse-mail';
import badArguments from '../../rules/action/bad-arguments';
import badPython from '../../rules/action/bad-python';
import banactionPair from '../../rules/action/banaction-pair';
import banactionUnused from '../../rules/action/banaction-unused';
import duplicate from '../../rules/action/duplicate';
import missingPort from '../../rules/action/missing-port';
import missingTool from '../../rules/action/missing-tool';
import mwlWithJournal from '../../rules/action/mwl-with-journal';
import noBan from '../../rules/action/no-ban';
import noUnban from '../../rules/action/no-unban';
import notFound from '../../rules/action/not-found';
import reservedParameter from '../../rules/action/reserved-parameter';
import shellInjection from '../../rules/action/shell-injection';
import { decode } from '../../src/files/decode';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const drop = { 'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\n' };
const python = 'class Action:\n    def __init__(self, jail, name, to, subject="ban"):\n        pass\n';
/** An enabled jail with the given action, in text of a file. */
const jail = (name: string, action: string) => `[${name}]\nenabled = true\naction = ${action}\n`;
const sound = { 'jail.d/sound.conf': jail('sound', ''), ...drop };
const stops = 'fail2ban will not start';
const alone = `and as no other jail is sound ${stops}`;
const form =
  'write NAME[key=value, key="value with , or ]"], with commas between the arguments and nothing behind the ]';

testRule(badArguments, {
  valid: {
    'quoted lists, several groups, several actions': {
      ...drop,
      'jail.local': jail('a', 'drop[port="80,443", name=a][chain=X] drop[actname=b]\n  drop[actname=c]'),
    },
    'a disabled jail': { ...drop, 'jail.local': '[a]\naction = drop[port=80,443]\n' },
    'a Python action with all it needs': {
      'action.d/mail.py': python,
      'jail.local': jail('a', 'mail.py[to=root, actname=m]'),
    },
    'a filter with malformed arguments, which is another rule': {
      'jail.local': '[a]\nenabled = true\nfilter = x[y\n',
    },
  },
  invalid: {
    'a list without quotes': {
      tree: { ...sound, 'jail.local': jail('a', 'drop[port=80,⟦443⟧]') },
      messages: [`the arguments of action "drop[port=80,443]" are malformed; [a] is skipped - ${form}`],
      severity: 'error',
    },
    'a word without a key, and no other jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[⟦DOCKER-USER⟧]') },
      messages: [
        `the arguments of action "drop[DOCKER-USER]" are malformed; [a] is skipped, ${alone} - ${form}`,
      ],
    },
    'a variable in [DEFAULT] that two jails use': {
      tree: {
        ...sound,
        'jail.local': `[DEFAULT]\nmine = drop⟦[port=80⟧\n${jail('a', '%(mine)s')}${jail('b', '%(mine)s')}`,
      },
      messages: [
        `the arguments of action "drop[port=80" are malformed; 2 jails (a, b) are skipped - ${form}`,
      ],
    },
    'two packaged shortcuts without a blank between them': {
      tree: {
        ...sound,
        'jail.conf': '[DEFAULT]\nban = drop[port=80, name=x]\n',
        'jail.local': jail('a', '⟦%(ban)s%(ban)s⟧'),
      },
      messages: [`the arguments of action "drop[port=80," are malformed; [a] is skipped - ${form}`],
    },
    'arguments a Python action does not take, or lacks': {
      tree: {
        'action.d/mail.py': python,
        'jail.local': `${jail('a', 'mail.py[to=root, subjct=⟦hello⟧]')}${jail('b', '⟦mail.py⟧')}`,
      },
      messages: [
        `action mail.py takes no argument "subjct"; ${stops} - did you mean subject?`,
        `action mail.py needs an argument "to"; ${stops} - write mail.py[to=…]`,
      ],
    },
  },
});

testRule(badPython, {
  valid: {
    'a class Action': { 'action.d/x.py': 'class Action:\n    pass\n', 'jail.local': jail('a', 'x.py') },
    'an Action that is a name for another class': {
      'action.d/x.py': 'class Mine:\n    pass\nAction = Mine\n',
      'jail.local': jail('a', 'x.py'),
    },
    'a file no enabled jail uses': { 'action.d/x.py': 'import os\n', 'jail.local': '[a]\naction = x.py\n' },
    'a file that does not exist, which is another rule': { 'jail.local': jail('a', 'x.py') },
  },
  invalid: {
    'no class at all': {
      tree: { 'action.d/x.py': 'import os\n', 'jail.local': jail('a', '⟦x.py⟧') },
      messages: [`action x.py: action.d/x.py has no class Action; ${stops}`],
      severity: 'error',
    },
    'a class inside of another': {
      tree: {
        'action.d/x.py': 'class Mine:\n    class Action:\n        pass\n',
        'jail.local': jail('a', 'drop\n  ⟦x.py⟧[to=root]'),
        ...drop,
      },
      messages: [`action x.py: action.d/x.py has no class Action; ${stops}`],
    },
    'brackets that do not match': {
      tree: {
        'action.d/x.py': 'class Action:\n    call(\n',
        'jail.local': `[DEFAULT]\naction = ⟦x.py⟧\n[a]\nenabled = true\n[b]\nenabled = true\n`,
      },
      messages: [
        `action x.py: action.d/x.py is no Python, its brackets don't match (2 jails: a, b); ${stops}`,
      ],
    },
  },
});

const rename = 'remove one of them, or give it another name with [actname=…]';

testRule(duplicate, {
  valid: {
    'names of their own': {
      ...drop,
      'jail.local': jail('a', 'drop\n  drop[actname=second]\n  drop[name=a-udp]'),
    },
    'the same action in two jails': { ...drop, 'jail.local': jail('a', 'drop') + jail('b', 'drop') },
    'a disabled jail': { ...drop, 'jail.local': '[a]\naction = drop\n  drop\n' },
  },
  invalid: {
    'a pair for tcp and udp': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[protocol=tcp]\n  ⟦drop⟧[protocol=udp]') },
      messages: [`this jail has two actions named "drop"; ${stops} - ${rename}`],
      severity: 'error',
    },
    'the same actname': {
      tree: {
        ...drop,
        'action.d/mail.conf': '[Definition]\nactionban = mail\n',
        'jail.local': jail('a', 'drop[actname=x] ⟦mail⟧[actname=x]'),
      },
      messages: [`this jail has two actions named "x"; ${stops} - ${rename}`],
    },
    'in [DEFAULT], for all jails': {
      tree: {
        ...drop,
        'jail.local':
          '[DEFAULT]\naction = drop\n  ⟦drop⟧\n[a]\nenabled = true\n[b]\nenabled = true\n[c]\nenabled = true\n[d]\nenabled = true\n',
      },
      messages: [`this jail has two actions named "drop" (4 jails: a, b, c, …); ${stops} - ${rename}`],
    },
  },
});

testRule(notFound, {
  valid: {
    'a .local alone, and no action on purpose': {
      'action.d/drop.local': '[Definition]\nactionban = drop\n',
      'jail.local': jail('a', 'drop') + jail('b', ''),
    },
    'a disabled jail': { 'jail.local': '[a]\naction = nosuch\n' },
    'a filter that does not exist': {
      ...drop,
      'jail.local': '[a]\nenabled = true\nfilter = nosuch\naction = drop\n',
    },
    'a comment behind the name, which another rule reports': {
      ...sound,
      'jail.local': jail('a', 'drop # the firewall'),
    },
  },
  invalid: {
    'a slip in banaction': {
      tree: {
        ...sound,
        'jail.conf': '[DEFAULT]\nbanaction = drop\naction_ = %(banaction)s[port=80]\naction = %(action_)s\n',
        'jail.local': '[DEFAULT]\nbanaction = ⟦drpo⟧\n[a]\nenabled = true\n[b]\nenabled = true\n',
      },
      messages: ['there is no action "drpo" in action.d; 2 jails (a, b) are skipped - did you mean drop?'],
      severity: 'error',
    },
    'the second of two actions, and no other jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop\n  ⟦sendmail-whois⟧[name=a]') },
      messages: [`there is no action "sendmail-whois" in action.d; [a] is skipped, ${alone}`],
    },
    'an action in Python': {
      tree: { ...sound, 'jail.local': jail('a', '⟦slack.py⟧[hook=x]') },
      messages: [
        `action slack.py: action.d/slack.py does not exist; ${stops} - write the name of a file in action.d`,
      ],
    },
  },
});

test('an action whose file is not UTF-8 is told for that file', () => {
  const files = {
    ...sound,
    'jail.local': jail('a', 'mail'),
    'action.d/mail.conf': decode(Buffer.from('[Definition]\n# f\xfcr\n', 'latin1')),
  };
  expect(lintEntries(notFound, files)).toEqual([]);
});

const another = 'give the parameter another name';

testRule(reservedParameter, {
  valid: {
    'names that only begin alike': {
      ...drop,
      'jail.local': jail('a', 'drop[start_port=1, banned=x, flushing=y]'),
    },
    'the commands of an action': {
      'action.d/drop.conf': '[Definition]\nactionstart = a\nactionban = b\nactionflush = c\n',
      'jail.local': jail('a', 'drop'),
    },
    'an action no enabled jail uses': {
      'action.d/drop.conf': '[Definition]\nactionban = a\n[Init]\nban = x\n',
      'jail.local': '[a]\naction = drop\n',
    },
  },
  invalid: {
    'passed by a jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[start=⟦now⟧]') },
      messages: [
        `action drop can't have a parameter "start": fail2ban has a function of that name; ${stops} - ${another}`,
      ],
      severity: 'error',
    },
    'in [Init], for two jails': {
      tree: {
        'action.d/drop.conf': '[Definition]\nactionban = a <ban>\n[Init]\nban = ⟦hard⟧\n',
        'jail.local': jail('a', 'drop') + jail('b', 'drop'),
      },
      messages: [
        `action drop can't have a parameter "ban": fail2ban has a function of that name (2 jails: a, b); ${stops} - ${another}`,
      ],
    },
    'two of them': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[stop=⟦1⟧, unban=⟦2⟧]') },
      messages: ['stop', 'unban'].map(
        name =>
          `action drop can't have a parameter "${name}": fail2ban has a function of that name; ${stops} - ${another}`,
      ),
    },
  },
});

testRule(missingPort, {
  valid: {},
  invalid: {},
});

testRule(noBan, {
  valid: {},
  invalid: {},
});

testRule(banactionUnused, {
  valid: {},
  invalid: {},
});

testRule(banactionPair, {
  valid: {},
  invalid: {},
});

testRule(missingTool, {
  valid: {},
  invalid: {},
});

testRule(noUnban, {
  valid: {},
  invalid: {},
});

testRule(shellInjection, {
  valid: {},
  invalid: {},
});

testRule(mwlWithJournal, {
  valid: {},
  invalid: {},
});

testRule(abuseMail, {
  valid: {},
  invalid: {},
});
