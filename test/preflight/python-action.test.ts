import { jailFile, predict, type Tree } from './predict';

/** Files of actions, and calls of them with what becomes of the daemon; the constructors are checked, the code is never run. */
const files: Tree = {
  'action.d/plain.py':
    'class Action(ActionBase):\n\n\tdef __init__(self, jail, name, a, b="x, y", # c)\n\t\t):\n\t\tpass\n',
  'action.d/any.py': 'class Action:\n    def __init__(self, jail, name, **kw): pass\n',
  'action.d/none.py': 'class Act:\n  pass\n',
  'action.d/broken.py': 'class Action(:\n',
  'action.d/inherits.py': 'from x import y\nclass Action(y):\n    pass\n',
  'action.d/alias.py': 'class My:\n    def __init__(self, jail, name): pass\nAction = My\n',
  'action.d/keyword.py': 'class Action:\n    def __init__(self, jail, name, *, x): pass\n',
  'action.d/quoted.py':
    '"""class Action: def __init__(self): """\nclass Action(\n  Base):\n    x = """\n    def __init__(self): pass\n"""\n    def __init__(self, jail, name, z=(1,\n      2)): pass\n    def other(self): pass\n',
  'action.d/nested.py':
    'class Action:\n    class Inner:\n        def __init__(self, q): pass\n    def __init__(self, jail, name, r=1): pass\n',
  'action.d/function.py':
    'class Action(object):\n    def start(self):\n        def __init__(self, q): pass\n',
  'action.d/directory.py': { kind: 'directory' },
};

const taken = [
  'plain.py[a=1]',
  'plain.py[a=1, b=2]',
  'plain.py[a=1]\n  plain.py[a=2, actname=b]',
  'any.py[x=1]',
  'inherits.py',
  'alias.py',
  'keyword.py[x=1]',
  'quoted.py[z=1]',
  'nested.py[r=1]',
  'function.py',
];
const refused = [
  'nosuch.py',
  'directory.py',
  'none.py',
  'broken.py',
  'plain.py',
  'plain.py[b=2]',
  'plain.py[a=1, c=2]',
  'plain.py[a=1, name=x]',
  'plain.py[a=1]\n  plain.py[a=2]',
  'dummy[actname=a]\n  plain.py[a=1, actname=a]',
  'any.py[self=1]',
  'inherits.py[x=1]',
  'nested.py[q=1]',
  'function.py[q=1]',
  'quoted.py[y=1]',
];

test.each(taken)('takes %j', action => {
  expect(predict({ ...files, 'jail.conf': jailFile('test', `action = ${action}`) }).verdict).toBe('up');
});

test.each(refused)('refuses %j', action => {
  expect(predict({ ...files, 'jail.conf': jailFile('test', `action = ${action}`) }).verdict).toBe('down');
});
