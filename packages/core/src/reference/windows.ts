// Tells which Windows Server's behaviour a build has, and until when that version gets updates.
import type { ReferenceData, Sources } from './reference-data.ts';

export const windowsData: ReferenceData = { asOf: '2026-09-03' };

export const windowsSources: Sources = [
  'Microsoft, Product lifecycle: Windows Server 2008 to 2025',
  'Microsoft, Deliver Extended Security Updates for Windows Server (Azure Arc)',
  'Microsoft, Windows Server release information',
  'endoflife.date, Microsoft Windows Server',
];

/** The Windows Server versions whose behaviour is documented; the service pack is part of the first two. */
export type WindowsId = '2008' | '2008R2' | '2012' | '2012R2' | '2016' | '2019' | '2022' | '2025';

/** Dates are the last day (`YYYY-MM-DD`) on which updates of that kind are released. */
export type WindowsVersion = {
  readonly id: WindowsId;
  readonly label: string;
  readonly build: number;
  readonly mainstreamEnd: string;
  readonly extendedEnd: string;
  /** End of paid Extended Security Updates; null where none are offered (yet). */
  readonly esuEnd: string | null;
};

const version = (
  id: WindowsId,
  name: string,
  build: number,
  mainstreamEnd: string,
  extendedEnd: string,
  esuEnd: string | null = null,
): WindowsVersion => ({ id, label: `Windows Server ${name}`, build, mainstreamEnd, extendedEnd, esuEnd });

/** Oldest first. 2008 and 2008 R2 had one more year of paid updates inside Azure only, to 2024-01-09. */
export const windowsVersions: readonly WindowsVersion[] = [
  version('2008', '2008 SP2', 6002, '2015-01-13', '2020-01-14', '2023-01-10'),
  version('2008R2', '2008 R2 SP1', 7601, '2015-01-13', '2020-01-14', '2023-01-10'),
  version('2012', '2012', 9200, '2018-10-09', '2023-10-10', '2026-10-13'),
  version('2012R2', '2012 R2', 9600, '2018-10-09', '2023-10-10', '2026-10-13'),
  version('2016', '2016', 14393, '2022-01-11', '2027-01-12', '2030-01-12'),
  version('2019', '2019', 17763, '2024-01-09', '2029-01-09'),
  version('2022', '2022', 20348, '2026-10-13', '2031-10-14'),
  version('2025', '2025', 26100, '2029-11-13', '2034-11-14'),
];

export type Windows = {
  /** The version whose documented behaviour applies; `unknown` for systems older than 2008 and for nonsense. */
  readonly id: WindowsId | 'unknown';
  /** Name for display: the version itself when `exact`, else the build that was found. */
  readonly label: string;
  /** False when the behaviour is that of the nearest older version: workstations, other channels, previews. */
  readonly exact: boolean;
  /** 2008 or 2008 R2 without the service pack that TLS 1.2 and all later updates need. */
  readonly servicePackMissing: boolean;
  /** Newer than every version known here: what it does by default may differ. */
  readonly newerThanKnown: boolean;
};

/** 2008 SP2 counts itself 6003 since the update KB4489887 of 2019. */
const build2008Renumbered = 6003;
/** First builds of 2008 (SP1 is the first release on servers) and 2008 R2, both before the needed service pack. */
const build2008Sp1 = 6001;
const build2008R2Rtm = 7600;

/**
 * Identifies Windows by its build number, which unlike the product name is neither localised nor edited.
 * A build between two known ones behaves like the older of them: Windows 10 like Server 2016 or 2019 (no
 * TLS 1.3), Windows 11 before 24H2 like Server 2022.
 */
export function identifyWindows(os: { readonly build: number; readonly productType?: string }): Windows {
  const { build, productType } = os;
  const server = productType !== 'workstation';
  const label = `Windows${server ? ' Server' : ''} build ${build}`;
  const servicePackMissing = build === build2008Sp1 || build === build2008R2Rtm;
  const effective = build === build2008Sp1 ? 6002 : build === build2008R2Rtm ? 7601 : build;
  const found = windowsVersions.findLast((known) => known.build <= effective);
  if (!found) return { id: 'unknown', label, exact: false, servicePackMissing: false, newerThanKnown: false };
  const sameBuild = found.build === build || build === build2008Renumbered;
  const exact = sameBuild && (productType === 'server' || productType === 'domainController');
  const newest = windowsVersions.at(-1)?.build ?? 0;
  return {
    id: found.id,
    label: sameBuild && server ? found.label : label,
    exact,
    servicePackMissing,
    newerThanKnown: build > newest,
  };
}

/** The dates and names of one version. */
export function windowsVersion(id: WindowsId): WindowsVersion {
  const found = windowsVersions.find((known) => known.id === id);
  // Every WindowsId has its row; the error only guards the table itself.
  if (!found) throw new RangeError(`No Windows version ${id}`);
  return found;
}

/** `esuOnly`: updates only for those who paid for Extended Security Updates. */
export type SupportState = 'mainstream' | 'extended' | 'esuOnly' | 'ended';

/** The support state of a version on a day (`YYYY-MM-DD`, or an ISO time of which only the day counts). */
export function windowsSupport(id: WindowsId, day: string): SupportState {
  const today = day.slice(0, 10);
  const { mainstreamEnd, extendedEnd, esuEnd } = windowsVersion(id);
  if (today <= mainstreamEnd) return 'mainstream';
  if (today <= extendedEnd) return 'extended';
  return esuEnd !== null && today <= esuEnd ? 'esuOnly' : 'ended';
}
