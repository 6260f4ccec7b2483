// Tests the names of .NET Framework releases and the recommendation by Exchange build.
import { describe, expect, test } from 'vitest';
import { dotnetReleases, dotnetVersion, recommendedDotnet } from './dotnet-releases.ts';
import { identifyExchangeBuild } from './exchange-builds.ts';

describe('dotnetVersion', () => {
  test.each([
    [378388, null],
    [378389, '4.5'],
    [380035, '4.5.2'],
    [394294, '4.6.1'],
    [461814, '4.7.2'],
    [528049, '4.8'],
    [533325, '4.8.1'],
    [600000, '4.8.1'],
  ])('release %i is %s', (release, version) => {
    expect(dotnetVersion(release)).toBe(version);
  });

  test('the list ascends', () => {
    const releases = dotnetReleases.map(([release]) => release);
    expect(releases).toEqual([...releases].sort((a, b) => a - b));
  });
});

describe('recommendedDotnet', () => {
  test.each([
    ['15.0.775.38', '2012R2', '4.5'],
    ['15.0.847.32', '2012R2', '4.5.2'],
    ['15.0.1178.4', '2012R2', '4.5.2'],
    ['15.0.1236.3', '2012R2', '4.6.1'],
    ['15.0.1347.2', '2012R2', '4.6.2'],
    ['15.0.1367.3', '2012R2', '4.7.1'],
    ['15.0.1395.4', '2012R2', '4.8'],
    ['15.1.396.30', '2012R2', '4.5.2'],
    ['15.1.466.34', '2016', '4.6.1'],
    ['15.1.544.27', '2012R2', '4.6.1'],
    ['15.1.544.27', '2016', '4.6.2'],
    ['15.1.1261.35', '2016', '4.6.2'],
    ['15.1.1531.3', '2016', '4.7.1'],
    ['15.1.1713.5', '2016', '4.7.2'],
    ['15.1.2507.61', '2016', '4.8'],
    ['15.2.330.5', '2019', '4.7.2'],
    ['15.2.1258.39', '2022', '4.8'],
    ['15.2.1748.39', '2019', '4.8'],
    ['15.2.1748.39', '2022', '4.8.1'],
    ['15.2.2562.17', '2025', '4.8.1'],
    ['15.2.2562.17', '2019', '4.8'],
    ['15.2.2562.17', 'unknown', null],
    ['14.3.513.0', '2008R2', null],
  ] as const)('%s on %s: %s', (build, windows, version) => {
    const exchange = identifyExchangeBuild(build);
    expect(exchange && recommendedDotnet(exchange, windows)).toBe(version);
  });
});
