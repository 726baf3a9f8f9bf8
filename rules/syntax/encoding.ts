import {
  atPosition,
  atSpan,
  defineRule,
  describeSkip,
  findOddCharacters,
  gradeByUse,
  plainCharactersFix,
  reencodeFix,
} from '../../src/api';

export default defineRule({
  id: 'syntax/encoding',
  severity: 'error',
  summary: 'a file that is not UTF-8, or a character that only looks right',
  why: `A single byte that is not UTF-8, be it in a comment, makes fail2ban pass over the whole file with a line in its log, while
\`fail2ban-client -t\` says that all is well (from 1.1.1 it fails). Typographic quotes, no-break and zero-width spaces come along
when text is copied from a web page; they look right, but no name or value with one of them is what it seems to be.`,
  fix: 'save the file as UTF-8; replace the character by the plain one',
  bad: { 'jail.local': '[web]\nport = http,\u00a0https\n' },
  good: { 'jail.local': '# Büro-Netz – freigegeben\n[web]\nenabled = true\u00a0\nport = http\n' },
  evidence: ['fail2ban/fail2ban#273', 'fail2ban/fail2ban#285'],
  check({ setup, written }, report) {
    for (const treeFile of written) {
      const { file, isRead } = treeFile;
      if (file.entry.kind === 'undecodable') {
        const { byte, line, column } = file.entry;
        const hex = byte.toString(16).toUpperCase().padStart(2, '0');
        const isUtf16 = line === 1 && column === 1 && byte >= 0xfe;
        const latin = byte < 0xa0 ? '' : ` ("${String.fromCharCode(byte)}" in Latin-1)`;
        const fix = reencodeFix(file);
        report({
          at: atPosition(file, line, column),
          message: `${file.name}: byte 0x${hex}${isUtf16 ? ', as in UTF-16,' : latin} is not UTF-8; ${describeSkip(setup, treeFile)}`,
          severity: gradeByUse(isRead ? 'used' : 'unused', 'error'),
          ...(fix && { fix }),
        });
      }
      for (const { span, name, option } of findOddCharacters(treeFile)) {
        const fix = plainCharactersFix(file, span);
        report({
          at: atSpan(file, span),
          message: `${file.name}: ${name} stands in ${option === undefined ? 'a name' : `the value of "${option}"`}, where fail2ban takes it literally`,
          severity: 'warning',
          ...(option !== undefined && { option }),
          ...(fix && { fix }),
        });
      }
    }
  },
});
