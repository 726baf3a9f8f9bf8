import {
  atDirective,
  atFile,
  defineRule,
  guessableMethods,
  isPackagedFile,
  isPrivate,
  type Model,
  type Place,
  type Sshd,
  scopesOf,
  setJailOption,
  sshdJails,
} from '../../src/api';

export default defineRule({
  id: 'sshd/no-jail',
  severity: 'warning',
  summary: 'sshd takes passwords, and no jail watches it',
  why: `sshd is what attackers try first, on every address of the internet. With passwords on and no enabled jail whose filter reads its
log they may guess as often and as long as they like.`,
  fix: 'enabled = true in [sshd] of jail.local',
  bad: {
    'ssh/sshd_config': 'PasswordAuthentication yes\n',
    'jail.local':
      '[sshd]\nenabled = false\n\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'ssh/sshd_config': 'PasswordAuthentication yes\n',
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
  },
  evidence: ['mail-in-a-box/mailinabox#1105'],
  check(model, report) {
    const { sshd } = model;
    const scope = sshd?.walk.unread.length === 0 ? scopesOf(sshd)[0] : undefined;
    if (sshd === undefined || scope === undefined || sshdJails(model).length > 0 || isInside(sshd)) return;
    if (guessableMethods(scope).length === 0) return;
    const line = scope.line('passwordauthentication');
    report({
      at: jailPlace(model) ?? (line === undefined ? atFile(sshd.main) : atDirective(line)),
      message: 'sshd takes passwords, but no enabled jail reads its log: nobody who guesses them is banned',
      ...(model.jails.some(({ name }) => name === 'sshd') && {
        fix: {
          title: 'write enabled = true into [sshd]',
          ...setJailOption('sshd', 'enabled', 'true'),
          decision: 'which jails run',
        },
      }),
    });
  },
});

/** Where the admin's files switch the jail off, or name it. */
function jailPlace({ jails }: Model): Place | undefined {
  const jail = jails.find(each => each.name === 'sshd');
  const setting = jail?.option('enabled')?.setting;
  const isOwn = setting?.section === 'sshd' && !isPackagedFile(setting.file.name);
  return isOwn ? jail?.place('enabled') : jail?.header();
}

/** Whether sshd listens on private addresses alone. */
function isInside(sshd: Sshd): boolean {
  const listen = sshd.evaluate().settings.find(each => each.field === 'listenaddress')?.values ?? [];
  return listen.every(each =>
    isPrivate(each.replace(/:[0-9]+(?: rdomain .*)?$/, '').replace(/^\[|\]$/g, '')),
  );
}
