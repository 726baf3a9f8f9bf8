import { defaultRelease, findRelease, isAtLeast, releaseNames } from '../../src/knowledge/release';

test.each([
  ['0.11', '0.11', '0.11.2'],
  ['1.0', '1.0', '1.0.2'],
  ['1.1.0', '1.1.0', '1.1.0'],
  ['1.1.1', '1.1.1', '1.1.1'],
  ['master', 'master', '1.1.2.dev1'],
  ['0.11.1', '0.11', '0.11.1'],
  ['1.0.1', '1.0', '1.0.1'],
  ['1.0.2', '1.0', '1.0.2'],
  ['1.0.3.dev1', '1.0', '1.0.3.dev1'],
  ['1.1.1.beta0', '1.1.1', '1.1.1.beta0'],
  ['1.1.2.dev1', 'master', '1.1.2.dev1'],
  ['1.2.0', 'master', '1.2.0'],
])('%s reads as %s and calls itself %s', (text, name, version) => {
  expect(findRelease(text)).toEqual({ name, version });
});

test.each([
  ...['', '1', '1.1', 'v1.0.2', '1.0.2 ', '1.0.2-3', '1.0.x', '2.0.0', '0.10.6', '0.9.0', 'Master', 'latest'],
])('%j is no release f2blint knows', text => {
  expect(findRelease(text)).toBeUndefined();
});

test('each name is a release, from old to new', () => {
  const releases = releaseNames.map(name => findRelease(name)!);
  expect(releases.map(({ name }) => name)).toEqual(releaseNames);
  for (const [older, release] of releases.entries()) {
    const least = releases.map(({ name }) => isAtLeast(release, name));
    expect(least).toEqual(releases.map((_, index) => index <= older));
  }
  expect(releaseNames).toContain(defaultRelease.name);
});

test('the default is what Debian 12 has', () => {
  expect(defaultRelease.version).toBe('1.0.2');
});
