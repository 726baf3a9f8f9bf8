import type { Reader } from '../../src/knowledge/known-option';
import { suggestOption } from '../../src/knowledge/misspelt-options';
import { knownOptions } from '../../src/knowledge/option-table';

test.each<[Reader, string, string | undefined]>([
  ['jail', 'enable', 'enabled'],
  ['jail', 'ports', 'port'],
  ['jail', 'ignore-ip', 'ignoreip'],
  ['jail', 'ignoreips', 'ignoreip'],
  ['jail', 'ban_time', 'bantime'],
  ['jail', 'max_retry', 'maxretry'],
  ['jail', 'find_time', 'findtime'],
  ['jail', 'logfile', 'logpath'],
  ['jail', 'log_path', 'logpath'],
  ['jail', 'failreg', 'failregex'],
  ['jail', 'bantime.maxtim', 'bantime.maxtime'],
  ['jail', 'bnatime', 'bantime'],
  ['jail', 'ban_action', 'banaction'],
  ['jail', 'skip_if_nolog', 'skip_if_nologs'],
  ['jail', 'unbanaction', undefined],
  ['jail', 'knocking_urls', 'knocking_url'],
  ['jail', 'tcp', undefined],
  ['jail', 'log-file', 'logpath'],
  ['jail', 'skip-if-no-logs', 'skip_if_nologs'],
  ['jail', 'proto', 'protocol'],
  ['jail', 'prot', 'protocol'],
  ['jail', 'disabled', undefined],
  ['jail', 'action_x', undefined],
  ['jail', 'action_mv', undefined],
  ['jail', 'timeouts', undefined],
  ['jail', 'skipp_if_nologs', 'skip_if_nologs'],
  ['jail', 'sender_name', 'sendername'],
  ['daemon', 'log_level', 'loglevel'],
  ['daemon', 'dbpurge_age', 'dbpurgeage'],
  ['thread', 'stack_size', 'stacksize'],
  ['jail', 'filters2', undefined],
  ['jail', '', undefined],
  ['jail', 'x'.repeat(100_000), undefined],
  ['daemon', 'purgeage', 'dbpurgeage'],
  ['daemon', 'max_retry', undefined],
  ['filter', 'failregx', 'failregex'],
  ['filter', 'regex', 'failregex'],
  ['filter', 'bantimes', undefined],
  ['action', 'actionbann', 'actionban'],
  ['action', 'actionend', 'actionstop'],
  ['action', 'actiontype', undefined],
  ['includes', 'befor', 'before'],
])('%s: "%s" probably means %s', (reader, name, suggestion) => {
  expect(suggestOption(reader, name)).toBe(suggestion);
});

test('what people type instead of an option', () => {
  for (const { reader, name, aliases = [] } of knownOptions) {
    expect(aliases.map(alias => suggestOption(reader, alias))).toEqual(aliases.map(() => name));
  }
});
