import { describeBanTime, describeSeconds } from '../../src/values/duration';

test.each<[number, string]>([
  [0, '0 seconds'],
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [600, '10 minutes'],
  [900, '15 minutes'],
  [3600, '1 hour'],
  [3661, '1 hour 1 minute 1 second'],
  [5400, '1 hour 30 minutes'],
  [86400, '1 day'],
  [90000, '1 day 1 hour'],
  [604800, '1 week'],
  [691200, '8 days'],
  [2592000, '30 days'],
  [2629800, '1 month'],
  [15778800, '6 months'],
  [31536000, '365 days'],
  [63115200, '2 years'],
  [1.5, '1.5 seconds'],
  [1 / 3, '0.333 seconds'],
  [1e-9, 'less than 0.001 seconds'],
  [59.9999, '1 minute'],
  [90.4, '1 minute 30 seconds'],
  [-600, 'minus 10 minutes'],
  [1e300, '1e+300 seconds'],
])('%d seconds are %s', (seconds, words) => {
  expect(describeSeconds(seconds)).toBe(words);
});

test.each<[number, string]>([
  [600, 'for 10 minutes'],
  [0, 'for 0 seconds'],
  [-0.5, 'for 0 seconds'],
  [5.9, 'for 5 seconds'],
  [-1, 'for ever'],
  [-1.9, 'for ever'],
  [-2, 'not at all'],
  [-600, 'not at all'],
])('a bantime of %d bans %s', (seconds, words) => {
  expect(describeBanTime(seconds)).toBe(words);
});
