// Tests the identification of Windows by build and the support dates.
import { describe, expect, test } from 'vitest';
import { identifyWindows, windowsSupport, windowsVersions } from './windows.ts';

describe('identifyWindows', () => {
  test.each([
    [6002, '2008', 'Windows Server 2008 SP2'],
    [6003, '2008', 'Windows Server 2008 SP2'],
    [7601, '2008R2', 'Windows Server 2008 R2 SP1'],
    [9200, '2012', 'Windows Server 2012'],
    [9600, '2012R2', 'Windows Server 2012 R2'],
    [14393, '2016', 'Windows Server 2016'],
    [17763, '2019', 'Windows Server 2019'],
    [20348, '2022', 'Windows Server 2022'],
    [26100, '2025', 'Windows Server 2025'],
  ])('server build %i is %s', (build, id, label) => {
    for (const productType of ['server', 'domainController']) {
      expect(identifyWindows({ build, productType })).toEqual({
        id,
        label,
        exact: true,
        servicePackMissing: false,
        newerThanKnown: false,
      });
    }
  });

  test.each([
    [6001, '2008'],
    [7600, '2008R2'],
  ])('server build %i lacks the service pack of %s', (build, id) => {
    expect(identifyWindows({ build, productType: 'server' })).toMatchObject({
      id,
      exact: false,
      servicePackMissing: true,
      label: `Windows Server build ${build}`,
    });
  });

  test.each([
    ['semi-annual channel 1709', 16299, 'server', '2016'],
    ['semi-annual channel 1803', 17134, 'server', '2016'],
    ['semi-annual channel 1903', 18362, 'server', '2019'],
    ['annual channel 23H2', 25398, 'server', '2022'],
    ['Windows 7', 7601, 'workstation', '2008R2'],
    ['Windows 10 1507', 10240, 'workstation', '2012R2'],
    ['Windows 10 22H2', 19045, 'workstation', '2019'],
    ['Windows 11 21H2', 22000, 'workstation', '2022'],
    ['Windows 11 24H2', 26100, 'workstation', '2025'],
    ['a product type nobody could read', 17763, 'unknown', '2019'],
  ])('%s behaves like the nearest older server and says so', (_, build, productType, id) => {
    expect(identifyWindows({ build, productType })).toMatchObject({
      id,
      exact: false,
      newerThanKnown: false,
    });
  });

  test('a workstation is never labelled as a server', () => {
    expect(identifyWindows({ build: 9600, productType: 'workstation' }).label).toBe('Windows build 9600');
  });

  test('a build after the newest known behaves like it and is marked as newer', () => {
    expect(identifyWindows({ build: 29000, productType: 'server' })).toEqual({
      id: '2025',
      label: 'Windows Server build 29000',
      exact: false,
      servicePackMissing: false,
      newerThanKnown: true,
    });
  });

  test.each([0, -1, 3790, Number.NaN])('build %d is unknown', (build) => {
    expect(identifyWindows({ build, productType: 'server' })).toMatchObject({ id: 'unknown', exact: false });
  });
});

describe('windowsSupport', () => {
  test.each([
    ['2016', '2022-01-11', 'mainstream'],
    ['2016', '2022-01-12', 'extended'],
    ['2016', '2027-01-12T23:59:59Z', 'extended'],
    ['2016', '2027-01-13', 'esuOnly'],
    ['2012R2', '2026-10-13', 'esuOnly'],
    ['2012R2', '2026-10-14', 'ended'],
    ['2008R2', '2024-06-01', 'ended'],
    ['2019', '2029-01-10', 'ended'],
    ['2025', '2026-11-24', 'mainstream'],
  ] as const)('%s on %s is %s', (id, day, state) => {
    expect(windowsSupport(id, day)).toBe(state);
  });

  test('no version ends before it begins to end', () => {
    for (const { mainstreamEnd, extendedEnd, esuEnd } of windowsVersions) {
      expect(mainstreamEnd < extendedEnd).toBe(true);
      if (esuEnd) expect(extendedEnd < esuEnd).toBe(true);
    }
  });
});
