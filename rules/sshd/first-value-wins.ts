import {
  atDirective,
  defineRule,
  describeLine,
  excerpt,
  type Fix,
  isMadeDropIn,
  keywords,
  removeSshd,
  type ShadowedLine,
  type Sshd,
  scopesOf,
  setSshd,
  setSshdForAll,
  shadowedLines,
} from '../../src/api';

/** Values from the strictest to the loosest. */
const strictest: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['permitrootlogin', ['no', 'forced-commands-only', 'without-password', 'yes']],
  ...[
    'passwordauthentication',
    'kbdinteractiveauthentication',
    'permitemptypasswords',
    'hostbasedauthentication',
  ].map(field => [field, ['no', 'yes']] as [string, readonly string[]]),
]);

export default defineRule({
  id: 'sshd/first-value-wins',
  severity: 'warning',
  summary: 'a line of sshd_config that comes too late to count',
  why: `sshd takes the first value of a keyword, not the last, and reads the drop-ins of sshd_config.d where their Include stands, on Debian
and Ubuntu at the top. So a line added at the end of the file does nothing, nor does PasswordAuthentication no below the Include of a
50-cloud-init.conf that says yes: people think passwords are off. IPQoS, FingerprintHash, MaxStartups and a few more are the other way round:
there the last one counts. That the files of a distribution are overruled by a stricter drop-in is how it is meant, and no finding.`,
  fix: 'change the line that counts and delete the other; put settings of your own into a drop-in that sorts first, such as 00-local.conf',
  bad: {
    'ssh/sshd_config':
      'PasswordAuthentication yes\nKbdInteractiveAuthentication no\nPasswordAuthentication no\n',
  },
  good: {
    'ssh/sshd_config': 'PasswordAuthentication no\nKbdInteractiveAuthentication no\nPort 22\nPort 2222\n',
  },
  evidence: ['sshd_config(5)', 'https://manpages.ubuntu.com/manpages/noble/man5/sshd_config.5.html'],
  check({ sshd }, report) {
    if (sshd === undefined) return;
    for (const shadowed of shadowedLines(sshd)) {
      const { line, winner, isFirst } = shadowed;
      if (shadowed.value === shadowed.winning) continue;
      if (line.file !== winner.file && isIntended(shadowed, sshd.main === line.file)) continue;
      const rule = isFirst ? 'the first value counts' : 'of this setting the last value counts';
      report({
        at: atDirective(line),
        message: `${describeLine(line)} has no effect: ${winner.name} is ${excerpt(winner.value)} ${isFirst ? 'by then' : 'later'}, and ${rule}`,
        related: [{ at: atDirective(winner), message: 'this line counts' }],
        fix: { ...mend(sshd, shadowed), decision: 'which of the two values is meant' },
        option: keywords.get(line.keyword)?.name ?? line.name,
      });
    }
  },
});

/** A drop-in overrules the main file, or what a program wrote, on purpose, unless that makes a login looser. */
function isIntended(shadowed: ShadowedLine, isInMain: boolean): boolean {
  if (!isInMain && !isMadeDropIn(shadowed.line.file.path)) return false;
  return !isStricter(shadowed);
}

/** Whether the line that has no effect would make a login stricter. */
function isStricter({ line, value, winning }: ShadowedLine): boolean {
  const order = strictest.get(keywords.get(line.keyword)?.field ?? '') ?? [];
  return order.indexOf(value) < order.indexOf(winning);
}

/** A login that somebody meant to make stricter is; else all stays as it is, and the line that does nothing goes. */
function mend(sshd: Sshd, shadowed: ShadowedLine): Fix {
  const { line, winner } = shadowed;
  if (!isStricter(shadowed)) return removeSshd(line);
  const isGeneral = scopesOf(sshd)[0]?.line(keywords.get(line.keyword)?.field ?? '') === winner;
  const change = isGeneral ? setSshdForAll(sshd, { [winner.name]: line.value }) : setSshd(winner, line.value);
  if (line.file !== winner.file) return change;
  const { title, edits } = removeSshd(line);
  return {
    ...change,
    title: `write ${winner.name} ${line.value} in line ${winner.number}, and ${title}`,
    edits: [...change.edits, ...edits],
  };
}
