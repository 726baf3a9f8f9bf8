/** The formats that most runs don't need: a file of its own beside the bundle, so that the others need not even read it. */
import { checkstyle } from '../report/checkstyle';
import { concise } from '../report/concise';
import { github } from '../report/github';
import { gitlab } from '../report/gitlab';
import { jsonl } from '../report/jsonl';
import { junit } from '../report/junit';
import { markdownComment } from '../report/markdown-comment';
import { sarif } from '../report/sarif';

export const otherFormats = {
  concise,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  markdown: markdownComment,
};
