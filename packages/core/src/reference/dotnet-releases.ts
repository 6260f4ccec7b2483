// Names .NET Framework releases and tells which one Exchange should run on.
import type { ExchangeProduct } from './exchange-build-table.ts';
import type { ReferenceData, Sources } from './reference-data.ts';
import type { WindowsId } from './windows.ts';

export const dotnetReleasesData: ReferenceData = { asOf: '2026-04-02' };

export const dotnetReleasesSources: Sources = [
  'Microsoft, How to determine which .NET Framework versions are installed',
  'Microsoft, Exchange Server supportability matrix',
  'microsoft/CSS-Exchange, HealthChecker: recommended .NET Framework version by Exchange build',
];

/** Smallest value of `Release` below `NDP\v4\Full` for each version, oldest first. */
export const dotnetReleases: readonly (readonly [release: number, version: string])[] = [
  [378389, '4.5'],
  [378675, '4.5.1'],
  [379893, '4.5.2'],
  [393295, '4.6'],
  [394254, '4.6.1'],
  [394802, '4.6.2'],
  [460798, '4.7'],
  [461308, '4.7.1'],
  [461808, '4.7.2'],
  [528040, '4.8'],
  [533320, '4.8.1'],
];

/** The version that a value of `Release` stands for; null when it is older than 4.5. */
export function dotnetVersion(release: number): string | null {
  return dotnetReleases.findLast(([minimum]) => minimum <= release)?.[1] ?? null;
}

/**
 * Recommended versions by product: up to which third part of the Exchange build (exclusive) which one. HealthChecker
 * wants an update on top of 4.5.2 and 4.6.1 where it recommends these; the version alone is compared here.
 */
const recommended: Partial<Record<ExchangeProduct, readonly (readonly [below: number, version: string])[]>> =
  {
    '2013': [
      [847, '4.5'],
      [1210, '4.5.2'],
      [1263, '4.6.1'],
      [1365, '4.6.2'],
      [1395, '4.7.1'],
      [Number.POSITIVE_INFINITY, '4.8'],
    ],
    '2016': [
      [466, '4.5.2'],
      [669, '4.6.1'],
      [1415, '4.6.2'],
      [1591, '4.7.1'],
      [1779, '4.7.2'],
      [Number.POSITIVE_INFINITY, '4.8'],
    ],
    '2019': [
      [397, '4.7.2'],
      [1544, '4.8'],
      [Number.POSITIVE_INFINITY, '4.8.1'],
    ],
    SE: [[Number.POSITIVE_INFINITY, '4.8.1']],
  };

/** 2016 CU3 on Windows Server 2016 needs more than on older systems. */
const firstBuildOf2016Cu3 = 544;

/**
 * The .NET Framework that HealthChecker recommends for an Exchange build on a Windows.
 *
 * @returns null for 2007 and 2010, which do not run on .NET 4, and when Windows is unknown although it matters.
 */
export function recommendedDotnet(
  exchange: { readonly product: ExchangeProduct; readonly build: string },
  windows: WindowsId | 'unknown',
): string | null {
  const third = Number(exchange.build.split('.')[2]);
  const row = recommended[exchange.product]?.find(([below]) => third < below);
  if (!row) return null;
  const version = row[1];
  const isCu3 = exchange.product === '2016' && version === '4.6.1' && third >= firstBuildOf2016Cu3;
  if (isCu3 && windows === '2016') return '4.6.2';
  if (version !== '4.8.1') return version;
  if (windows === 'unknown') return null;
  // 4.8.1 does not install on Windows Server 2019.
  return windows === '2019' ? '4.8' : version;
}
