// Tests the identification of Exchange builds and the limits that depend on them.
import { describe, expect, test } from 'vitest';
import { exchangeBranches } from './exchange-build-table.ts';
import {
  compareExchangeBuilds,
  exchangeAtLeast,
  exchangeLimits,
  identifyExchangeBuild,
} from './exchange-builds.ts';

const products = ['2010', '2013', '2016', '2019', 'SE'] as const;
const all = products.flatMap((product) => exchangeBranches(product).flatMap(({ releases }) => releases));

describe('the list', () => {
  test.each([
    ['2010', 4, 37],
    ['2013', 24, 58],
    ['2016', 24, 118],
    ['2019', 16, 117],
    ['SE', 1, 12],
  ] as const)('of %s has all branches and releases', (product, branches, releases) => {
    const list = exchangeBranches(product);
    expect(list).toHaveLength(branches);
    expect(list.flatMap((branch) => branch.releases)).toHaveLength(releases);
  });

  test.each([
    ['15.0.1497.48', '2013', 'CU23', 'Mar23SU'],
    ['15.0.847.64', '2013', 'CU4', 'Mar21SU'],
    ['15.1.225.42', '2016', 'RTM', null],
    ['15.1.2507.32', '2016', 'CU23', 'Aug23SUv2'],
    ['15.1.2507.39', '2016', 'CU23', 'Apr24HU'],
    ['15.1.2507.61', '2016', 'CU23', 'Oct25SU'],
    ['15.1.2507.63', '2016', 'CU23', 'Dec25SU'],
    ['15.2.1748.53', '2019', 'CU15', 'Sep26SUv2'],
    ['15.2.2562.53', 'SE', 'RTM', 'Sep26SUv2'],
    ['15.2.2562.20', 'SE', 'RTM', 'Aug25SU'],
    ['14.3.382.0', '2010', 'SP3', 'RU19'],
    ['14.3.513.0', '2010', 'SP3', 'RU32'],
  ])('%s is %s %s %s', (build, product, cu, update) => {
    expect(all.find((release) => release.build === build)).toEqual({
      build,
      product,
      cu,
      update,
    });
  });

  test('is in order of build within each product and branch', () => {
    for (const product of products) {
      const builds = exchangeBranches(product).flatMap(({ releases }) => releases.map(({ build }) => build));
      expect(builds).toEqual([...builds].sort(compareExchangeBuilds));
    }
  });

  test('holds no build twice', () => {
    expect(new Set(all.map(({ build }) => build)).size).toBe(all.length);
  });
});

describe('identifyExchangeBuild', () => {
  test('a listed build with newer updates', () => {
    const found = identifyExchangeBuild('15.1.2507.27');
    expect(found).toMatchObject({
      product: '2016',
      label: 'Exchange Server 2016 CU23 Jun23SU',
      build: '15.1.2507.27',
      cu: 'CU23',
      update: 'Jun23SU',
      exact: true,
      newerThanKnown: false,
    });
    expect(found?.newerInCu[0]?.update).toBe('Aug23SU');
    expect(found?.newerInCu.at(-1)?.update).toBe('Sep26SUv2');
    expect(found?.latest?.build).toBe('15.1.2507.75');
  });

  test('every listed build finds itself', () => {
    for (const { build, product, cu, update } of all) {
      expect(identifyExchangeBuild(build)).toMatchObject({ build, product, cu, update, exact: true });
    }
  });

  test.each([
    ['15.01.2507.027', '15.1.2507.27'],
    ['Version 15.1 (Build 2507.6)', '15.1.2507.6'],
    ['14.03.0513.000', '14.3.513.0'],
  ])('%s is read as %s', (text, build) => {
    expect(identifyExchangeBuild(text)).toMatchObject({ build, exact: true });
  });

  test('the bare cumulative update has no update', () => {
    expect(identifyExchangeBuild('15.2.1748.10')).toMatchObject({
      label: 'Exchange Server 2019 CU15',
      update: null,
      exact: true,
    });
  });

  test('an interim build contains the listed one before it', () => {
    expect(identifyExchangeBuild('15.1.2507.28')).toMatchObject({
      cu: 'CU23',
      update: 'Jun23SU',
      exact: false,
      newerThanKnown: false,
    });
    expect(identifyExchangeBuild('14.3.388.0')).toMatchObject({ cu: 'SP3', update: 'RU19', exact: false });
  });

  test.each([
    ['a later update of a listed cumulative update', '15.2.2562.99', 'SE', 'RTM'],
    ['a later update of an older one', '15.2.1544.99', '2019', 'CU14'],
    ['a later cumulative update', '15.2.2700.5', 'SE', null],
  ])('%s is newer than the list, never outdated', (_, build, product, cu) => {
    expect(identifyExchangeBuild(build)).toMatchObject({
      product,
      cu,
      exact: false,
      newerThanKnown: true,
      newerInCu: [],
    });
  });

  test('an unlisted old cumulative update is not called new', () => {
    expect(identifyExchangeBuild('15.1.2300.1')).toMatchObject({
      cu: null,
      exact: false,
      newerThanKnown: false,
    });
  });

  test('the newest listed build is not newer than the list', () => {
    expect(identifyExchangeBuild('15.2.2562.53')).toMatchObject({ newerThanKnown: false, newerInCu: [] });
  });

  test('2007 is known by name only', () => {
    expect(identifyExchangeBuild('8.3.517.0')).toMatchObject({
      product: '2007',
      cu: null,
      newerThanKnown: false,
      latest: null,
    });
  });

  test.each([
    '',
    '15.1',
    '15.1.2507',
    '15.20.2979.30',
    '15.3.1.1',
    '16.0.1.1',
    '15.1.2507.27.1',
    '0.15.1.2507.27',
    '15.0.19999.27',
    'none',
  ])('%j is no build of an Exchange Server', (text) => {
    expect(identifyExchangeBuild(text)).toBeUndefined();
  });
});

describe('limits', () => {
  test.each([
    ['14.3.361.1', '2010', 'tls12', false],
    ['14.3.382.0', '2010', 'tls12', true],
    ['15.0.1347.5', '2013', 'tls12', false],
    ['15.0.1365.1', '2013', 'tls12', true],
    ['15.1.1261.39', '2016', 'tls12', false],
    ['15.01.1415.002', '2016', 'tls12', true],
    ['15.2.1544.48', '2019', 'tls13', false],
    ['15.2.1748.10', '2019', 'tls13', true],
    ['15.1.2507.75', '2016', 'tls13', false],
    ['8.3.517.0', '2007', 'tls12', false],
  ] as const)('%s of %s: %s %s', (build, product, limit, expected) => {
    expect(exchangeAtLeast(build, exchangeLimits[product][limit])).toBe(expected);
  });

  test('every limit is a listed build', () => {
    for (const { tls12, tls13 } of Object.values(exchangeLimits)) {
      for (const build of [tls12, tls13]) {
        if (build !== null) expect(identifyExchangeBuild(build)?.exact).toBe(true);
      }
    }
  });
});
