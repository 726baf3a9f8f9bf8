import { sshdObjection } from '../../src/fix/sshd-changes';
import type { SshdChangeDeclared } from '../../src/lint/fix';
import { readSshdText } from '../sshd/read-sshd';

/** Why one sshd_config does not do what another does, apart from what is declared. */
function objection(
  before: string,
  after: string,
  declared: readonly SshdChangeDeclared[] = [],
  files: Readonly<Record<string, string>> = {},
): string | undefined {
  return sshdObjection(readSshdText(before, files), readSshdText(after, files), declared);
}

const off = [{ field: 'passwordauthentication', to: 'no' }];

test.each<readonly [string, string, string]>([
  ['a comment', 'Port 22\n', '# why\nPort 22\n'],
  ['a line that had no effect', 'UseDNS yes\nUseDNS no\n', 'UseDNS yes\n'],
  ['the default, written', '', 'UseDNS no\n'],
  ['an old name', 'ChallengeResponseAuthentication no\n', 'KbdInteractiveAuthentication no\n'],
  [
    'a line that had no effect in a block',
    'Match User a\nX11Forwarding yes\nX11Forwarding no\n',
    'Match User a\nX11Forwarding yes\n',
  ],
  [
    'two blocks with the same conditions as one',
    'Match User a\nX11Forwarding yes\nMatch User a\nMaxSessions 1\n',
    'Match User a\nX11Forwarding yes\nMaxSessions 1\n',
  ],
])('no objection to %s', (_, before, after) => expect(objection(before, after)).toBeUndefined());

test.each<readonly [string, string, string, string]>([
  ['another value', 'UseDNS no\n', 'UseDNS yes\n', 'it would also change usedns of sshd from "no" to "yes"'],
  [
    'one more name',
    'AllowUsers a\n',
    'AllowUsers a\nAllowUsers b\n',
    'it would also change allowusers of sshd from "a" to "a b"',
  ],
  [
    'another value in a block',
    'Match User a\nUseDNS no\nX11Forwarding no\n',
    'Match User a\nUseDNS no\nX11Forwarding yes\n',
    'it would also change x11forwarding of sshd where "Match User a" applies from "no" to "yes"',
  ],
  [
    'other people in a block',
    'Match User a\nX11Forwarding no\n',
    'Match User b\nX11Forwarding no\n',
    'it would also change x11forwarding of sshd where "Match User a" applies from "no" to nothing',
  ],
  [
    'another order of blocks, which both may apply',
    'Match User a\nX11Forwarding no\nMatch Address 10.0.0.0/8\nX11Forwarding yes\n',
    'Match Address 10.0.0.0/8\nX11Forwarding yes\nMatch User a\nX11Forwarding no\n',
    'it would also change x11forwarding of sshd where "Match User a" applies from "its place among the blocks" to "another"',
  ],
  [
    'a line that ends up below a Match line',
    'MaxSessions 1\nMatch User a\nX11Forwarding no\n',
    'Match User a\nX11Forwarding no\nMaxSessions 1\n',
    'it would also change maxsessions of sshd from "1" to "10"',
  ],
  [
    'a line sshd refuses',
    'UseDNS no\n',
    'UseDNS off\n',
    'sshd would not start: UseDNS: "off" is none of yes, no',
  ],
  [
    'methods of which none is left',
    'AuthenticationMethods password\n',
    'AuthenticationMethods password\nPasswordAuthentication no\n',
    'sshd would not start: AuthenticationMethods: each list asks for a method that is switched off',
  ],
])('objection to %s', (_, before, after, why) => expect(objection(before, after)).toBe(why));

test('what is declared may differ, but only as declared, and for a block to what holds for all', () => {
  expect(objection('', 'PasswordAuthentication no\n', off)).toBeUndefined();
  expect(objection('PasswordAuthentication no\n', '', off)).toMatch(/from "no" to "yes"$/);
  const blocks = 'Match User a\nPasswordAuthentication yes\n';
  expect(objection(blocks, 'Match User a\n', off)).toBeUndefined();
  expect(
    objection(`PasswordAuthentication no\n${blocks}`, 'PasswordAuthentication no\n', off),
  ).toBeUndefined();
});

test('what was refused before may be so afterwards', () => {
  expect(objection('Prot 22\n', 'Prot 22\nPasswordAuthentication no\n', off)).toBeUndefined();
  expect(objection('Prot 22\n', 'Prot 22\nProt 22\n')).toMatch(/^sshd would not start: Prot/);
});

test('nobody can tell what a file that can not be read says', () => {
  const files = { '/etc/ssh/sshd_config.d/a.conf': 'x\0y\n' };
  const main = 'Include sshd_config.d/*.conf\n';
  expect(objection(main, `${main}PasswordAuthentication no\n`, off, files)).toMatch(
    /a\.conf can not be read \(.*\), so what sshd would do is not known$/,
  );
});
