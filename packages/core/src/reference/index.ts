// Everything in reference/, and the list of what is dated there.
import { cipherSuitesData } from './cipher-suites.ts';
import { dotnetReleasesData } from './dotnet-releases.ts';
import { exchangeBuildsData } from './exchange-build-table.ts';
import { exchangeOnlineData } from './exchange-online.ts';
import { mailSoftwareData } from './mail-software.ts';
import { misprintsData } from './misprints.ts';
import { protocolDefaultsData } from './protocol-defaults.ts';
import type { ReferenceData } from './reference-data.ts';
import { rootsData } from './roots.ts';
import { signatureAlgorithmsData } from './signature-algorithms.ts';
import { findStaleReferenceData, type StaleReferenceData } from './stale-reference-data.ts';
import { windowsData } from './windows.ts';
import { windowsUpdatesData } from './windows-updates.ts';

export * from './cipher-suites.ts';
export * from './dotnet-releases.ts';
export {
  type ExchangeProduct,
  type ExchangeRelease,
  exchangeBuildsData,
  exchangeBuildsSources,
} from './exchange-build-table.ts';
export * from './exchange-builds.ts';
export * from './exchange-online.ts';
export * from './mail-software.ts';
export * from './misprints.ts';
export * from './protocol-defaults.ts';
export type { ReferenceData } from './reference-data.ts';
export * from './roots.ts';
export * from './signature-algorithms.ts';
export type { StaleReferenceData } from './stale-reference-data.ts';
export * from './windows.ts';
export * from './windows-updates.ts';

/** Every set of reference data by name. */
export const referenceData = {
  cipherSuites: cipherSuitesData,
  dotnetReleases: dotnetReleasesData,
  exchangeBuilds: exchangeBuildsData,
  exchangeOnline: exchangeOnlineData,
  mailSoftware: mailSoftwareData,
  misprints: misprintsData,
  protocolDefaults: protocolDefaultsData,
  roots: rootsData,
  signatureAlgorithms: signatureAlgorithmsData,
  windows: windowsData,
  windowsUpdates: windowsUpdatesData,
} as const satisfies Record<string, ReferenceData>;

/**
 * Which reference data are more than `maxAgeDays` older than `now`, so that a judgement by them says so.
 *
 * @throws RangeError when `now` is no date.
 */
export function staleReferenceData(now: Date | string, maxAgeDays = 180): readonly StaleReferenceData[] {
  return findStaleReferenceData(referenceData, now, maxAgeDays);
}
