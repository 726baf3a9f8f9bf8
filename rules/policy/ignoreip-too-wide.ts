import {
  atText,
  defineRule,
  excerpt,
  exemptAddresses,
  type Fix,
  type GradedFinding,
  type Jail,
  nameJails,
  onePerPlace,
  ownSetting,
  removeWord,
  type Setting,
  tooWide,
} from '../../src/api';

export default defineRule({
  id: 'policy/ignoreip-too-wide',
  severity: 'error',
  summary: 'a network in ignoreip that exempts a good part of the internet',
  why: `0.0.0.0/0 or ::/0, left from an hour of debugging, switches every jail off while all of them look active. A public network as wide as
a whole provider exempts some hundred thousand strangers, among them those that guess passwords.`,
  fix: 'remove the entry, or write the network you mean: 198.51.100.0/24',
  bad: {
    'jail.local':
      '[DEFAULT]\nignoreip = 127.0.0.1/8 0.0.0.0/0\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nignoreip = 127.0.0.1/8 10.0.0.0/8 198.51.100.0/24\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check({ setup, jails }, report) {
    const reached = new Map<Setting, Jail[]>();
    for (const jail of jails) {
      const setting = jail.enabled ? ownSetting(jail, 'ignoreip') : undefined;
      if (setting !== undefined) reached.set(setting, [...(reached.get(setting) ?? []), jail]);
    }
    const findings = [...reached].flatMap(([setting, found]) =>
      (exemptAddresses(found[0]!, setup.release) ?? []).flatMap((word): readonly GradedFinding[] => {
        const wide = tooWide(word.value);
        if (wide === undefined) return [];
        const isAlmostAll = wide.severity === 'error';
        const whom = wide.isAll ? 'nobody' : isAlmostAll ? 'hardly anybody' : 'none of them';
        return [
          {
            at: atText(word, setting),
            message: `ignoreip has ${excerpt(word.value)}, which is ${wide.size}: ${nameJails(found, 'bans', 'ban')} ${whom}`,
            severity: wide.severity,
            ...(found.length === 1 && { jail: found[0]!.name }),
            option: 'ignoreip',
            ...withDecision(removeWord(setup, `take ${excerpt(word.value)} out of the list`, word)),
          },
        ];
      }),
    );
    onePerPlace(setup, findings).forEach(report);
  },
});

function withDecision(fix: Fix | undefined): { readonly fix?: Fix } {
  return fix === undefined ? {} : { fix: { ...fix, decision: 'who is exempt' } };
}
