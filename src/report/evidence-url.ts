/** Where a piece of evidence can be read: of `OWNER/REPOSITORY#NUMBER` the thread on GitHub; undefined for a manual page. */
export function evidenceUrl(evidence: string): string | undefined {
  if (/^https:\/\/\S+$/.test(evidence)) return evidence;
  const thread = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(evidence);
  return thread === null ? undefined : `https://github.com/${thread[1]}/issues/${thread[2]}`;
}
