import {
  definedActions,
  defineRule,
  type Fix,
  findInjections,
  type GradedFinding,
  gradeByUse,
  type JailAction,
  onceUsed,
  onePerPlace,
  replaceWritten,
  type Setup,
  type SourceFile,
} from '../../src/api';

export default defineRule({
  id: 'action/shell-injection',
  severity: 'error',
  summary: 'an action that lets text from the log become a command',
  why: `<matches>, <F-USER> and the like are what somebody else put into the log. fail2ban hands them to the shell as variables, so that an
argument such as "<matches>" stays text. But eval, sh -c "…", python -c "…" and a remote shell behind ssh take their arguments apart once
more, and mail runs what follows ~! in the text it is given: whoever can get a line into the log runs commands as root.`,
  fix: `pass it as an argument or on standard input to a program that takes it as text: printf %b "<matches>" | sendmail …, or mail -E 'set escape'`,
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = tell\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = sh -c "notify-admin \'<ip>: <matches>\'"\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = tell\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = notify-admin "<ip>: <matches>"\n',
  },
  evidence: [
    'fail2ban/fail2ban#4110',
    'fail2ban/fail2ban#3051',
    'fail2ban/fail2ban#1726',
    'fail2ban/fail2ban#1165',
    'NixOS/nixpkgs#132115',
    'fail2ban/fail2ban#3069',
    'fail2ban/fail2ban#3059',
  ],
  check(model, report) {
    const findings: GradedFinding[] = [];
    for (const { action, use } of definedActions(model, mayInterpret)) {
      const name = action.family!.base.replace(/^action\.d\//, '');
      for (const { place, source, sink } of findInjections(model.setup, action)) {
        const isMail = /mail|Mail|nail/.test(sink);
        const what = source.startsWith('<') ? `${source} from the log` : `the output of ${source}`;
        const effect = isMail ? `runs what follows ~! in it` : 'takes it apart as code';
        const fix = isMail ? escapeFix(model.setup, action) : undefined;
        findings.push({
          at: place,
          message: `action ${name} hands ${what} to ${sink}, which ${effect}: who writes the text runs commands on this host${onceUsed(use)}`,
          severity: gradeByUse(use, 'error'),
          ...(fix && { fix }),
        });
      }
    }
    onePerPlace(model.setup, findings).forEach(report);
  },
});

/** `~!` at the start of a line is text for a mailer that is told of another character, as the packaged actions do it. */
function escapeFix(setup: Setup, action: JailAction): Fix | undefined {
  const { text } = action.setting('actionban') ?? {};
  if (text === undefined) return undefined;
  const [found, second] = text.value.matchAll(/(?<![\w./-])(?:mailx?|Mail|s-nail|nail)(?= )/g);
  if (found === undefined || second !== undefined) return undefined;
  const end = found.index + found[0].length;
  const fix = replaceWritten(setup, `write ${found[0]} -E 'set escape'`, text, " -E 'set escape'", end, end);
  return fix && { ...fix, decision: 'whether the mail program knows -E' };
}

const foreignTag = /<(?:matches|ipmatches|ipjailmatches|fid|raw-ticket|F-)/;
const interpreter = /\b(?:eval|ssh|su|runuser|(?:ba|da|a|z|k)?sh|python[\d.]*|perl|ruby|php|node)\b/;
const lookup = /whois|grep/;
const mailer = /\b(?:mailx?|Mail|s-nail|nail)(?: (?!-E 'set escape')|$)/m;

/** Keeps most packaged actions from being read. */
function mayInterpret({ tree }: SourceFile): boolean {
  const values = tree.sections.flatMap(({ options }) => options.map(({ value }) => value));
  const has = (pattern: RegExp) => values.some(value => pattern.test(value));
  return has(mailer) ? has(foreignTag) || has(lookup) : has(foreignTag) && has(interpreter);
}
