import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'syntax/tag-loop',
  severity: 'error',
  summary: 'a <tag> that leads back to itself',
  why: `In filters and actions \`<name>\` stands for the option of that name, also within other options. Where this leads back to where it
began there is no end to it, and fail2ban doesn't start. A value of a jail gets into such a circle when it is passed under the name of
the tag it uses: \`port="<port>"\`. A text that doubles again and again until it is longer than anybody means counts as well.`,
  fix: 'break the circle: an option must not contain its own tag; <known/name> is the value that an earlier file gave',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^<start> from <HOST>$\nstart = bad <word>\nword = <start> login\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^<start> from <HOST>$\nstart = bad <word>\nword = login\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'syntax/tag-loop').forEach(report);
  },
});
