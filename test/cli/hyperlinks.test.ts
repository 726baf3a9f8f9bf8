import { wantsHyperlinks } from '../../src/cli/hyperlinks';

const io = { write() {}, writeError() {}, isTerminal: true, isErrorTerminal: true };

test.each([
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'alacritty' }, true],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'dumb' }, false],
  [{}, false],
  [{ VTE_VERSION: '5001' }, true],
  [{ VTE_VERSION: '0.50.1' }, true],
  [{ VTE_VERSION: '7600' }, true],
  [{ VTE_VERSION: '5000' }, false],
  [{ VTE_VERSION: '0.50.0' }, false],
  [{ VTE_VERSION: '4906' }, false],
  [{ VTE_VERSION: 'new' }, false],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' }, true],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
  [{ TERM_PROGRAM: 'iTerm.app' }, false],
  [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
  [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20200101-110809-5046fc22' }, false],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.72.0' }, true],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2' }, false],
  [{ TERM_PROGRAM: 'ghostty' }, true],
  [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' }, false],
  [{ WT_SESSION: 'x' }, true],
  [{ CI: 'true', TERM: 'xterm-kitty' }, false],
  [{ TEAMCITY_VERSION: '1', VTE_VERSION: '7600' }, false],
  [{ FORCE_HYPERLINK: '1' }, true],
  [{ FORCE_HYPERLINK: '0', TERM: 'xterm-kitty' }, false],
] as const)('a terminal with %j: %s', (environment, wanted) => {
  expect(wantsHyperlinks({ ...io, environment })).toBe(wanted);
});

test('only a terminal gets links, unless they are asked for', () => {
  const piped = { ...io, isTerminal: false };
  expect(wantsHyperlinks({ ...piped, environment: { TERM: 'xterm-kitty' } })).toBe(false);
  expect(wantsHyperlinks({ ...piped, environment: { FORCE_HYPERLINK: '1' } })).toBe(true);
});
