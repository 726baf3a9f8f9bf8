import {
  atSpan,
  type CutValue,
  cutValues,
  defineRule,
  effectAt,
  excerpt,
  type Fix,
  gradeByUse,
  type Option,
  quote,
  replaceText,
  type Setup,
  type SourceFile,
  sectionUse,
} from '../../src/api';

export default defineRule({
  id: 'syntax/semicolon-cuts-value',
  severity: 'warning',
  summary: 'a regex or command that ends at a ; behind a blank',
  why: `A ; behind white space starts a comment, in regexes and commands too. Of \`cmd1 ; cmd2\` only the first is run, and a regex loses
its end, often with the <HOST> in it, after which fail2ban doesn't start. \`fail2ban-client -t\` says that all is well, and there is
no way to escape the ;.`,
  fix: 'write the ; right behind the word before it, or && or a line of its own; in a regex \\s*; or [ ];',
  bad: {
    'action.d/notify.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP ; logger "banned <ip>"\n',
  },
  good: {
    'action.d/notify.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP; logger "banned <ip>"\nactionunban = iptables -D INPUT -s <ip> -j DROP ; back in\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    for (const treeFile of model.written) {
      const { file } = treeFile;
      for (const section of file.tree.sections) {
        for (const option of section.options) {
          for (const { start, end, kept } of cutValues(file.text, option)) {
            const use = sectionUse(model, treeFile, section.name);
            const effect = effectAt(model, { file, span: kept });
            const dropped = excerpt(file.text.slice(start, end));
            report({
              at: atSpan(file, { start, end }),
              message: `"${dropped}" is dropped, as a ; behind a blank starts a comment: ${option.key} is read as ${quote(file.text.slice(kept.start, kept.end))}${effect === undefined ? '' : words[effect]}`,
              severity: gradeByUse(use, effect !== undefined ? 'error' : 'warning'),
              option: option.key,
              fix: uncutFix(model.setup, file, option, { end, kept }),
            });
          }
        }
      }
    }
  },
});

/** Commands are parted by a ; without a blank just as well; in a regex the blank is written so that none stands in front. */
function uncutFix(
  setup: Setup,
  file: SourceFile,
  { key }: Option,
  { kept, end }: Pick<CutValue, 'kept' | 'end'>,
): Fix {
  const isRegex = key.endsWith('regex') || /^m(?:dre|dpr)-/.test(key);
  const cut = file.text.slice(kept.end, end);
  const text = cut.replace(/(\s+);/g, (_, blank: string) =>
    !isRegex ? ';' : blank === ' ' ? '[ ];' : '\\s+;',
  );
  const title = isRegex
    ? 'write [ ]; for the ; behind a blank'
    : 'write the ; right behind the word before it';
  const span = { start: kept.end, end: kept.end + cut.length };
  return {
    ...replaceText(setup, title, atSpan(file, span), text),
    decision: 'whether what stands behind the ; is meant',
  };
}

const words = {
  down: ', and fail2ban will not start',
  skipped: ', and the jail is skipped',
  'none-left': ', and as no other jail is sound fail2ban will not start',
} as const;
