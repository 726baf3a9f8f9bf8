import { processorTime } from '../processor-time';
import { printed, readSshdText, refused } from './read-sshd';

const include = 'Include /etc/ssh/sshd_config.d/*.conf\n';

/** Compared with `sshd -T` of OpenSSH 9.2. */
test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'a drop-in counts where its Include stands',
    `${include}PasswordAuthentication no\n`,
    { 'sshd_config.d/50.conf': 'PasswordAuthentication yes\n' },
    ['passwordauthentication yes'],
  ],
  [
    'a line above it comes first',
    `PasswordAuthentication no\n${include}`,
    { 'sshd_config.d/50.conf': 'PasswordAuthentication yes\n' },
    ['passwordauthentication no'],
  ],
  [
    'drop-ins are read in the order of their bytes',
    include,
    {
      'sshd_config.d/b.conf': 'Port 3\n',
      'sshd_config.d/B.conf': 'Port 2\n',
      'sshd_config.d/1.conf': 'Port 1\n',
    },
    ['port 1', 'port 2', 'port 3'],
  ],
  [
    'hidden files and those of other names are not read',
    include,
    { 'sshd_config.d/.a.conf': 'Port 3\n', 'sshd_config.d/a.conf~': 'Port 2\n' },
    ['port 22'],
  ],
  [
    'a relative path is one of /etc/ssh',
    'Include more/x.conf "more/y z.conf"\n',
    { 'more/x.conf': 'Port 1\n', 'more/y z.conf': 'Port 2\n' },
    ['port 1', 'port 2'],
  ],
  [
    'a Match block ends with its file',
    `${include}PasswordAuthentication no\n`,
    { 'sshd_config.d/a.conf': 'Match User git\nPermitTTY no\n' },
    ['passwordauthentication no'],
  ],
  [
    'an Include in a block belongs to it',
    `Match User git\n${include}`,
    { 'sshd_config.d/a.conf': 'PasswordAuthentication no\nMatch all\nX11Forwarding yes\n' },
    ['passwordauthentication yes', 'x11forwarding no'],
  ],
  [
    'a set of characters, and one that is left out',
    'Include d/[a-c!]?.conf e/[!x].conf\n',
    { 'd/b1.conf': 'Port 1\n', 'd/d1.conf': 'Port 2\n', 'e/y.conf': 'Port 3\n', 'e/x.conf': 'Port 4\n' },
    ['port 1', 'port 3'],
  ],
  [
    'a directory is an empty file',
    'Include sshd_config.d\n',
    { 'sshd_config.d/a.conf': 'Port 1\n' },
    ['port 22'],
  ],
  ['nothing fits', 'Include nowhere/*.conf nowhere.conf\n', {}, ['port 22']],
])('%s', (_, text, files, expected) => {
  const beside = Object.fromEntries(Object.entries(files).map(([name, each]) => [`/etc/ssh/${name}`, each]));
  const sshd = readSshdText(text, beside);
  expect(refused(sshd)).toEqual([]);
  const fields = [...new Set(expected.map(line => line.split(' ')[0]!))];
  expect(printed(sshd, ...fields)).toEqual(expected);
});

test('a loop is refused where it closes', () => {
  const sshd = readSshdText('Include a.conf\n', {
    '/etc/ssh/a.conf': 'Port 1\nInclude b.conf\n',
    '/etc/ssh/b.conf': 'Include a.conf\n',
  });
  expect(refused(sshd)).toEqual([
    'a.conf:2: files include each other without end, /etc/ssh/b.conf among them',
  ]);
});

test('seventeen levels are too many, sixteen are not', () => {
  const chain = (levels: number) => {
    const names = Array.from({ length: levels }, (_, index) => `/etc/ssh/${index + 1}`);
    return Object.fromEntries(names.map((name, index) => [name, `Include ${index + 2}\n`]));
  };
  expect(refused(readSshdText('Include 1\n', chain(16)))).toEqual([]);
  expect(refused(readSshdText('Include 1\n', chain(17)))).toEqual([
    '16:1: files are included 17 levels deep, and sshd follows 16',
  ]);
});

test('files that include each other often come to an end', () => {
  const files = Object.fromEntries(
    Array.from({ length: 15 }, (_, level) => [`/etc/ssh/${level}`, `Include ${level + 1}\n`.repeat(10)]),
  );
  const start = processorTime();
  const { unread } = readSshdText('Include 0\n', files).walk;
  expect(unread.map(each => each.reason)).toEqual(['more than f2blint follows']);
  expect(processorTime() - start).toBeLessThan(1000);
});

test('a binary file is told, and nothing of it is taken', () => {
  const sshd = readSshdText(`${include}Port 5\n`, {
    '/etc/ssh/sshd_config.d/a.conf': 'Port 1\nPort \0\x01\n',
  });
  expect(sshd.walk.unread.map(({ file, reason }) => `${file.path} ${reason}`)).toEqual([
    '/etc/ssh/sshd_config.d/a.conf no text: it holds NUL bytes',
  ]);
  expect(printed(sshd, 'port')).toEqual(['port 5']);
});
