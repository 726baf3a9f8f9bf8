import { setSshdForAll } from '../../src/lint/sshd-fix';
import { readSshdText } from '../sshd/read-sshd';

const include = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const header = '# settings of this host: sshd takes the first value it reads, and reads this file first\n';
const main = '/etc/ssh/sshd_config';
const own = '/etc/ssh/sshd_config.d/00-local.conf';
const cloud = '/etc/ssh/sshd_config.d/50-cloud-init.conf';

type Files = Readonly<Record<string, string>>;

/** The files that are different once UseDNS is no for everybody, with the title of the fix. */
function changed(text: string, files: Files = {}): readonly [string | undefined, Files] {
  const { title, edits } = setSshdForAll(readSshdText(text, files), { UseDNS: 'no' });
  const texts = new Map(Object.entries({ ...files, [main]: text }));
  const touched = edits.map(edit => {
    if (edit.kind === 'create') return [edit.path, edit.text];
    if (edit.kind !== 'replace' || edit.at.kind !== 'span') throw new Error(edit.kind);
    const { file, span } = edit.at;
    const whole = texts.get(file.path)!;
    return [file.path, whole.slice(0, span.start) + edit.text + whole.slice(span.end)];
  });
  return [title.replace('write UseDNS no', '').trim(), Object.fromEntries(touched)];
}

describe('where a setting for everybody is written', () => {
  test.each<readonly [string, string, Files, string, Files]>([
    ['in the line that counts', 'UseDNS "yes" # x\n', {}, '', { [main]: 'UseDNS no # x\n' }],
    [
      'in the line of the drop-in that counts',
      `${include}UseDNS no\n`,
      { '/etc/ssh/sshd_config.d/b.conf': 'usedns=yes' },
      '',
      { '/etc/ssh/sshd_config.d/b.conf': 'usedns=no' },
    ],
    ['in a line that sshd refuses', 'UseDNS yes | no\n', {}, '', { [main]: 'UseDNS no\n' }],
    ['at the end', 'Port 22\n', {}, 'into sshd_config', { [main]: 'Port 22\nUseDNS no\n' }],
    ['in an empty file', '', {}, 'into sshd_config', { [main]: 'UseDNS no\n' }],
    ['behind a last line without end', 'Port 22', {}, 'into sshd_config', { [main]: 'Port 22\nUseDNS no' }],
    ['with its line ends', 'Port 22\r\n', {}, 'into sshd_config', { [main]: 'Port 22\r\nUseDNS no\r\n' }],
    [
      'above the first block, below what counts for all',
      'Port 22\n\n# them\nMatch User a\n  X11Forwarding no\n',
      {},
      'into sshd_config',
      { [main]: 'Port 22\nUseDNS no\n\n# them\nMatch User a\n  X11Forwarding no\n' },
    ],
    [
      'above a block that begins the file',
      '# them\nMatch User a\n  X11Forwarding no\n',
      {},
      'into sshd_config',
      { [main]: 'UseDNS no\n\n# them\nMatch User a\n  X11Forwarding no\n' },
    ],
    [
      'below the default in a comment',
      '#UseDNS is fine\n#UseDNS no\n#PidFile x\nMatch all\n#UseDNS no\n',
      {},
      'into sshd_config',
      { [main]: '#UseDNS is fine\n#UseDNS no\nUseDNS no\n#PidFile x\nMatch all\n#UseDNS no\n' },
    ],
    [
      'in a new drop-in',
      `${include}#UseDNS no\n`,
      { [cloud]: 'PasswordAuthentication no\n' },
      'into sshd_config.d/00-local.conf',
      { [own]: `${header}UseDNS no\n` },
    ],
    [
      'in a drop-in that wins over what cloud-init writes',
      include,
      { [cloud]: 'UseDNS yes\n' },
      'into sshd_config.d/00-local.conf',
      { [own]: `${header}UseDNS no\n` },
    ],
    [
      'in the drop-in that is there',
      include,
      { [own]: 'Port 22\nMatch User a\nX11Forwarding no\n' },
      'into sshd_config.d/00-local.conf',
      { [own]: 'Port 22\nUseDNS no\nMatch User a\nX11Forwarding no\n' },
    ],
    [
      'not in a drop-in where another comes first',
      include,
      { '/etc/ssh/sshd_config.d/00-a.conf': 'Port 22\n' },
      'into sshd_config',
      { [main]: `${include}UseDNS no\n` },
    ],
    [
      'not in a drop-in that is included too late',
      `Port 22\n${include}`,
      { [cloud]: 'Port 22\n' },
      'into sshd_config',
      { [main]: `Port 22\n${include}UseDNS no\n` },
    ],
    [
      'not in a directory that is not there',
      include,
      {},
      'into sshd_config',
      { [main]: `${include}UseDNS no\n` },
    ],
  ])('%s', (_, text, files, where, expected) => expect(changed(text, files)).toEqual([where, expected]));
});
