import {
  aboveMatch,
  atDirective,
  declareSshd,
  defineRule,
  describeLine,
  type Fix,
  keywords,
  removeSshd,
  type Sshd,
  type SshdDirective,
  type StrayLine,
  scopesOf,
  strayLines,
} from '../../src/api';

export default defineRule({
  id: 'sshd/settings-after-match',
  severity: 'warning',
  summary: 'a line meant for everybody stands below a Match line',
  why: `Match holds to the next Match or to the end of the file, however the lines are indented. What a script or an admin appends to the file
ends up in the last block and counts for its people alone. Keywords for the whole server, such as Port, are refused there: sshd doesn't
start again.`,
  fix: 'move the line above the first Match; settings that were meant for the block are indented like the rest of it',
  bad: {
    'ssh/sshd_config':
      'KbdInteractiveAuthentication no\nMatch Group sftp\n    ForceCommand internal-sftp\nPasswordAuthentication no\n',
  },
  good: {
    'ssh/sshd_config':
      'KbdInteractiveAuthentication no\nPasswordAuthentication no\nMatch Group sftp\n    ForceCommand internal-sftp\n',
  },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    const general = sshd && scopesOf(sshd)[0];
    if (sshd === undefined || general === undefined) return;
    for (const stray of strayLines(sshd)) {
      const { line, match, sign } = stray;
      const keyword = keywords.get(line.keyword);
      // what holds for everybody anyway does no harm in a block
      if (
        sign !== 'refused' &&
        keyword !== undefined &&
        isSaid(general.line(keyword.field)?.value, line.value)
      )
        continue;
      report({
        at: atDirective(line),
        message: describe(stray),
        ...(sign === 'refused' && { severity: 'error' }),
        ...(sign === 'set apart' && { severity: 'info' }),
        related: [{ at: atDirective(match), message: 'the block begins here' }],
        option: keyword?.name ?? line.name,
        ...(keyword !== undefined && { fix: moveUp(sshd, line) }),
      });
    }
  },
});

/** Above the first block of the file, where it counts for everybody. */
function moveUp(sshd: Sshd, line: SshdDirective): Fix {
  const { name, value, file } = line;
  const edit = aboveMatch(sshd, file, [`${name} ${value}`]);
  return {
    title: 'move this line above the first Match',
    edits: [...(edit === undefined ? [] : [edit]), ...removeSshd(line).edits],
    changes: [],
    sshd: declareSshd(name, value),
    decision: 'whether it is meant for everybody',
  };
}

function isSaid(general: string | undefined, value: string): boolean {
  return general?.toLowerCase() === value.toLowerCase();
}

function describe({ line, match, sign }: StrayLine): string {
  const block = `"${describeLine(match)}"`;
  if (sign === 'refused')
    return `${line.name} stands below ${block}, where sshd refuses it: it will not start after the next restart`;
  return `${describeLine(line)} stands below ${block} and counts for those alone, though it ${sign === 'set apart' ? 'is set apart from' : 'is not indented like'} the rest of the block`;
}
