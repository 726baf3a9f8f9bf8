import {
  atSetting,
  coversNetwork,
  defaultOption,
  defineRule,
  excerpt,
  exemptAddresses,
  type Fix,
  isAtLeast,
  isPackagedFile,
  ownSetting,
  type Setting,
  saysItself,
} from '../../src/api';

export default defineRule({
  id: 'policy/ignoreip-replaced',
  severity: 'warning',
  summary: 'an ignoreip of a jail that drops addresses of [DEFAULT]',
  why: `Lists are not merged: the ignoreip of a jail takes the place of the one in [DEFAULT]. The office that is exempt everywhere is banned
by the one jail where somebody added an address.`,
  fix: 'begin the list of the jail with %(default/ignoreip)s, or repeat the addresses',
  bad: {
    'jail.local':
      '[DEFAULT]\nignoreip = 127.0.0.1/8 ::1 198.51.100.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nignoreip = 203.0.113.9\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nignoreip = 127.0.0.1/8 ::1 198.51.100.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nignoreip = %(default/ignoreip)s 203.0.113.9\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#1464', 'fail2ban/fail2ban#674'],
  check({ setup, jails }, report) {
    const general = defaultOption(setup, 'ignoreip');
    if (general?.setting === undefined || general.result.kind !== 'text') return;
    if (isPackagedFile(general.setting.file.name)) return;
    for (const jail of jails) {
      const own = ownSetting(jail, 'ignoreip');
      if (!jail.enabled || own?.section !== jail.name) continue;
      const words = new Set((exemptAddresses(jail, setup.release) ?? []).map(({ value }) => value));
      const networks = [...words].filter(word => word.includes('/')).slice(0, mostNetworks);
      const lost = exemptAddresses({ option: () => general }, setup.release)
        ?.map(({ value }) => value)
        .filter(each => !words.has(each) && !networks.some(word => coversNetwork(word, each)));
      if (lost === undefined || lost.length === 0) continue;
      if (saysItself(setup, jail, /\b(?:only|just|except|without|deliberate|narrow|on purpose)/i)) continue;
      const [first] = lost;
      const more = lost.length > 1 ? ` and ${lost.length - 1} more are` : ' is';
      report({
        at: atSetting(own),
        message: `this list takes the place of the one in [DEFAULT]: ${excerpt(first!)}${more} exempt everywhere but in [${jail.name}]`,
        jail: jail.name,
        option: 'ignoreip',
        related: [{ at: atSetting(general.setting), message: 'this list does not count here' }],
        ...(isAtLeast(setup.release, '1.0') && { fix: inherit(own) }),
      });
    }
  },
});

/** Nobody has so many by hand. */
const mostNetworks = 1000;

/** The list of [DEFAULT] in front of the jail's own (a reference to another section, which fail2ban knows since 1.0). */
function inherit(own: Setting): Fix {
  const { value } = own.text;
  const { section, key: option } = own;
  return {
    title: 'begin the list with that of [DEFAULT]: %(default/ignoreip)s',
    edits: [
      {
        kind: 'value',
        setting: own,
        value: `%(default/ignoreip)s${value.startsWith('\n') ? '' : ' '}${value}`,
      },
    ],
    changes: [{ section, option }],
  };
}
